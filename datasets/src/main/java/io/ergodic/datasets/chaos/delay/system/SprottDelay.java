package io.ergodic.datasets.chaos.delay.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.delay.DelaySystem;
import io.ergodic.datasets.kernel.StrictSine;

/**
 * Sprott's dx/dt = sin(x_d), the Ikeda equation without damping; x wanders without bound by
 * multiples of 2 pi.
 */
@AutoService(DelaySystem.class)
public final class SprottDelay implements DelaySystem {
  private static final SystemCard CARD =
      SystemCard.of("SprottDelay", 1)
          .parameter("c", 0)
          .parameter("mu", 1)
          .parameter("x0", 0)
          .parameter("tau", 5.1)
          .start(9.3)
          .period(20.156)
          .citation(
              "Sprott, A simple chaotic delay differential equation, Phys. Lett. A 366 (2007) 397-402");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public double derivative(double[] parameters, double x, double delayed) {
    double c = parameters[0];
    double mu = parameters[1];
    double x0 = parameters[2];
    return mu * StrictSine.sin(delayed - x0) - c * x;
  }

  @Override
  public double present(double[] parameters, double x, double delayed) {
    double c = parameters[0];
    return -c;
  }

  @Override
  public double past(double[] parameters, double x, double delayed) {
    double mu = parameters[1];
    double x0 = parameters[2];
    return mu * StrictSine.cos(delayed - x0);
  }
}
