package io.ergodic.jobs.train.outer;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.settings.Settings;

/**
 * {@code slow-momentum}: SlowMo (Wang, Tantia, Ballas, Rabbat, ICLR 2020), u = momentum u + delta,
 * x = x - learningRate u. The paper divides delta by the local learning rate and multiplies u by it
 * again; with a rate that does not change this is the same, and with a schedule this one remembers
 * ways, not gradients. {@code learningRate = 1, momentum = 0} is the plain mean.
 *
 * <p>Settings: {@code learningRate} (1), {@code momentum} (0.5).
 */
@AutoService(OuterOptimiser.Kind.class)
public final class SlowMomentum implements OuterOptimiser.Kind {
  @Override
  public String name() {
    return "slow-momentum";
  }

  @Override
  public OuterOptimiser create(Settings settings) {
    return new Rule(
        settings.number("learningRate", 1, 0, 1e3), settings.number("momentum", 0.5, 0, 0.999999));
  }

  private record Rule(double learningRate, double momentum) implements OuterOptimiser {
    @Override
    public int stateCount(int trainable) {
      return trainable;
    }

    @Override
    public void update(float[] shared, float[] mean, float[] state, int trainable) {
      for (int i = 0; i < trainable; i++) {
        double velocity = momentum * state[i] + ((double) shared[i] - mean[i]);
        state[i] = (float) velocity;
        shared[i] = (float) (shared[i] - learningRate * velocity);
      }
    }
  }
}
