package io.ergodic.datasets.chaos.delay.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.delay.DelaySystem;

/** A two-scroll circuit dx/dt = beta tanh(10 x_d) - alpha x_d. */
@AutoService(DelaySystem.class)
public final class ScrollDelay implements DelaySystem {
  private static final SystemCard CARD =
      SystemCard.of("ScrollDelay", 1)
          .parameter("alpha", 0.2)
          .parameter("beta", 0.2)
          .parameter("tau", 10)
          .start(-0.7)
          .period(152.4)
          .citation("Driver, Ordinary and Delay Differential Equations, Springer (1977)");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public double derivative(double[] parameters, double x, double delayed) {
    double alpha = parameters[0];
    double beta = parameters[1];
    return beta * StrictMath.tanh(10 * delayed) - alpha * delayed;
  }

  @Override
  public double present(double[] parameters, double x, double delayed) {
    return 0;
  }

  @Override
  public double past(double[] parameters, double x, double delayed) {
    double alpha = parameters[0];
    double beta = parameters[1];
    return slope(beta, delayed) - alpha;
  }

  private static double slope(double beta, double delayed) {
    double value = StrictMath.tanh(10 * delayed);
    return 10 * beta * (1 - value * value);
  }
}
