package io.ergodic.datasets.chaos.delay.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.delay.DelaySystem;
import io.ergodic.datasets.kernel.StrictSine;

/** Ikeda's passive optical resonator dx/dt = mu sin(x_d - x0) - c x. */
@AutoService(DelaySystem.class)
public final class IkedaDelay implements DelaySystem {
  private static final SystemCard CARD =
      SystemCard.of("IkedaDelay", 1)
          .parameter("c", 1)
          .parameter("mu", -20)
          .parameter("x0", 0)
          .parameter("tau", 2)
          .start(0.5)
          .period(3.4865)
          .citation(
              "Ikeda and Matsumoto, High-dimensional chaotic behavior in systems with time-delayed feedback, Physica D 29 (1987) 223-235");

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
