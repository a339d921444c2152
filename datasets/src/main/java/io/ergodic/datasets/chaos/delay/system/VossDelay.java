package io.ergodic.datasets.chaos.delay.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.delay.DelaySystem;

/** Voss's electronic circuit dx/dt = -alpha x - 10.44 x_d^3 - 13.95 x_d^2 - 3.63 x_d + 0.85. */
@AutoService(DelaySystem.class)
public final class VossDelay implements DelaySystem {
  private static final SystemCard CARD =
      SystemCard.of("VossDelay", 1)
          .parameter("alpha", 3.24)
          .parameter("tau", 13.28)
          .start(0.24)
          .period(10.0)
          .citation(
              "Voss, Real-time anticipation of chaotic states of an electronic circuit, Int. J. Bifurcation Chaos 12 (2002) 1619-1625");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public double derivative(double[] parameters, double x, double delayed) {
    double alpha = parameters[0];
    return -alpha * x + 0.85 - delayed * (3.63 + delayed * (13.95 + delayed * 10.44));
  }

  @Override
  public double present(double[] parameters, double x, double delayed) {
    double alpha = parameters[0];
    return -alpha;
  }

  @Override
  public double past(double[] parameters, double x, double delayed) {
    return -(3.63 + delayed * (27.9 + delayed * 31.32));
  }
}
