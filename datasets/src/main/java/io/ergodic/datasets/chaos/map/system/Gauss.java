package io.ergodic.datasets.chaos.map.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.map.ChaoticMap;

/** The Gaussian or mouse map x' = exp(-a x^2) + b. */
@AutoService(ChaoticMap.class)
public final class Gauss implements ChaoticMap {
  private static final SystemCard CARD =
      SystemCard.of("Gauss", 1)
          .parameter("a", 4.9)
          .parameter("b", -0.5)
          .start(0.5)
          .period(1)
          .citation(
              "Hilborn, Chaos and Nonlinear Dynamics, 2nd ed., Oxford University Press (2000)");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void apply(double[] parameters, double[] state, double[] next) {
    double a = parameters[0];
    double b = parameters[1];
    double x = state[0];
    next[0] = StrictMath.exp(-a * x * x) + b;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double x = state[0];
    jacobian[0] = -2 * a * x * StrictMath.exp(-a * x * x);
  }
}
