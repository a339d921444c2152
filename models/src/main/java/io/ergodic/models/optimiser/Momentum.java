package io.ergodic.models.optimiser;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.kernel.MomentumUpdate;

/**
 * Stochastic gradient descent with heavy-ball or Nesterov momentum (Sutskever et al. 2013); plain
 * descent when {@code momentum} is 0. State: the velocity.
 */
public record Momentum(double momentum, boolean nesterov, double weightDecay) implements Optimiser {
  @Override
  public int stateCount(int parameters) {
    return parameters;
  }

  @Override
  public void update(float[] parameters, float[] gradients, float[] state, double learningRate) {
    new MomentumUpdate((float) momentum, (float) weightDecay, (float) learningRate, nesterov)
        .apply(parameters, gradients, state);
  }

  /** {@code sgd}: momentum 0.9 unless set. */
  @AutoService(Optimiser.Kind.class)
  public static final class Kind implements Optimiser.Kind {
    @Override
    public String name() {
      return "sgd";
    }

    @Override
    public Optimiser create(Settings settings) {
      return new Momentum(
          settings.number("momentum", 0.9, 0, 0.999999),
          settings.flag("nesterov", false),
          settings.number("weightDecay", 0, 0, 1e3));
    }
  }
}
