package io.ergodic.jobs.train.outer;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.settings.Settings;

/** {@code mean}: the next parameters are the workers' mean, to the bit. No settings. */
@AutoService(OuterOptimiser.Kind.class)
public final class Mean implements OuterOptimiser.Kind {
  static final String NAME = "mean";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public OuterOptimiser create(Settings settings) {
    return new Rule();
  }

  private record Rule() implements OuterOptimiser {
    @Override
    public int stateCount(int trainable) {
      return 0;
    }

    @Override
    public void update(float[] shared, float[] mean, float[] state, int trainable) {
      System.arraycopy(mean, 0, shared, 0, trainable);
    }
  }
}
