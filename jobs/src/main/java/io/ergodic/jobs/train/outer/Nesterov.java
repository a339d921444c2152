package io.ergodic.jobs.train.outer;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.settings.Settings;

/**
 * {@code nesterov}: DiLoCo (Douillard et al. 2023), Nesterov momentum over the ways of the rounds,
 * v = momentum v + delta, x = x - learningRate (delta + momentum v).
 *
 * <p>Settings, with the paper's defaults: {@code learningRate} (0.7), {@code momentum} (0.9).
 */
@AutoService(OuterOptimiser.Kind.class)
public final class Nesterov implements OuterOptimiser.Kind {
  @Override
  public String name() {
    return "nesterov";
  }

  @Override
  public OuterOptimiser create(Settings settings) {
    return new Rule(
        settings.number("learningRate", 0.7, 0, 1e3),
        settings.number("momentum", 0.9, 0, 0.999999));
  }

  private record Rule(double learningRate, double momentum) implements OuterOptimiser {
    @Override
    public int stateCount(int trainable) {
      return trainable;
    }

    @Override
    public void update(float[] shared, float[] mean, float[] state, int trainable) {
      for (int i = 0; i < trainable; i++) {
        double delta = (double) shared[i] - mean[i];
        double velocity = momentum * state[i] + delta;
        state[i] = (float) velocity;
        shared[i] = (float) (shared[i] - learningRate * (delta + momentum * velocity));
      }
    }
  }
}
