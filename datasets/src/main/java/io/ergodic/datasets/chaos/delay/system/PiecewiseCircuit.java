package io.ergodic.datasets.chaos.delay.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.delay.DelaySystem;

/**
 * A circuit with a cubic characteristic in the place of a piecewise linear one: dx/dt = -alpha x_d
 * + beta (3 u - u^3) with u = x_d / c.
 */
@AutoService(DelaySystem.class)
public final class PiecewiseCircuit implements DelaySystem {
  private static final SystemCard CARD =
      SystemCard.of("PiecewiseCircuit", 1)
          .parameter("alpha", 1)
          .parameter("beta", 1)
          .parameter("c", 2.24)
          .parameter("tau", 4.9)
          .start(-0.37)
          .period(52.995)
          .citation(
              "Tamasevicius, Mykolaitis and Bumeliene, Delayed feedback chaotic oscillator with improved spectral characteristics, Electron. Lett. 42 (2006) 736-737");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public double derivative(double[] parameters, double x, double delayed) {
    double alpha = parameters[0];
    double beta = parameters[1];
    double c = parameters[2];
    return -alpha * delayed + beta * delayed / c * (3 - delayed * delayed / (c * c));
  }

  @Override
  public double present(double[] parameters, double x, double delayed) {
    return 0;
  }

  @Override
  public double past(double[] parameters, double x, double delayed) {
    double alpha = parameters[0];
    double beta = parameters[1];
    double c = parameters[2];
    return -alpha + 3 * beta / c * (1 - delayed * delayed / (c * c));
  }
}
