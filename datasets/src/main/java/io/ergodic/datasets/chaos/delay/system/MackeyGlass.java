package io.ergodic.datasets.chaos.delay.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.delay.DelaySystem;

/**
 * Mackey and Glass's blood cell regulation dx/dt = beta x_d / (1 + x_d^n) - gamma x, at tau = 17,
 * the delay forecasting benchmarks use. A public database's tau = 16 is periodic.
 */
@AutoService(DelaySystem.class)
public final class MackeyGlass implements DelaySystem {
  private static final SystemCard CARD =
      SystemCard.of("MackeyGlass", 1)
          .parameter("beta", 0.2)
          .parameter("gamma", 0.1)
          .parameter("n", 10)
          .parameter("tau", 17)
          .start(0.9)
          .period(50)
          .exponent(0.0053)
          .citation(
              "Mackey and Glass, Oscillation and chaos in physiological control systems, Science 197 (1977) 287-289");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public double derivative(double[] parameters, double x, double delayed) {
    double beta = parameters[0];
    double gamma = parameters[1];
    double n = parameters[2];
    return beta * delayed / (1 + StrictMath.pow(delayed, n)) - gamma * x;
  }

  @Override
  public double present(double[] parameters, double x, double delayed) {
    double gamma = parameters[1];
    return -gamma;
  }

  @Override
  public double past(double[] parameters, double x, double delayed) {
    double beta = parameters[0];
    double n = parameters[2];
    return beta
        * (1 + (1 - n) * StrictMath.pow(delayed, n))
        / square(1 + StrictMath.pow(delayed, n));
  }

  private static double square(double value) {
    return value * value;
  }
}
