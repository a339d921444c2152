package io.ergodic.datasets.batch.transform;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import java.util.SplittableRandom;

/** Adds normal noise of its own to every value of a series. */
public record Jitter(
    @Setting(value = "standard deviation", fallback = "0.03", min = 0, max = 1e6) double deviation)
    implements ExampleAugmentation {
  /** {@code jitter}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("jitter", Jitter.class, "adds noise to series");
    }
  }

  @Override
  public void change(float[] values, int from, int[] shape, SplittableRandom random) {
    int size = shape[0] * shape[1];
    for (int i = 0; i < size; i++) {
      values[from + i] += (float) (deviation * random.nextGaussian());
    }
  }
}
