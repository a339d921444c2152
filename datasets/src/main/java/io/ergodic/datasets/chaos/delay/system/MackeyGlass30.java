package io.ergodic.datasets.chaos.delay.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.delay.DelaySystem;

/**
 * Mackey and Glass's blood cell regulation dx/dt = beta x_d / (1 + x_d^n) - gamma x, at tau = 30,
 * Farmer studied, of dimension about 3.6. A public database's tau = 16 is periodic.
 */
@AutoService(DelaySystem.class)
public final class MackeyGlass30 implements DelaySystem {
  private static final DelaySystem ORIGINAL = new MackeyGlass();
  private static final SystemCard CARD =
      SystemCard.of("MackeyGlass30", 1)
          .parameter("beta", 0.2)
          .parameter("gamma", 0.1)
          .parameter("n", 10)
          .parameter("tau", 30)
          .start(0.9)
          .period(76)
          .exponent(0.0067)
          .citation(
              "Mackey and Glass, Oscillation and chaos in physiological control systems, Science 197 (1977) 287-289");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public double derivative(double[] parameters, double x, double delayed) {
    return ORIGINAL.derivative(parameters, x, delayed);
  }

  @Override
  public double present(double[] parameters, double x, double delayed) {
    return ORIGINAL.present(parameters, x, delayed);
  }

  @Override
  public double past(double[] parameters, double x, double delayed) {
    return ORIGINAL.past(parameters, x, delayed);
  }
}
