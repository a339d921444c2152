package io.ergodic.datasets.chaos.map.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.map.ChaoticMap;

/**
 * Henon's map x' = 1 - a x^2 + y, y' = b x. Exponents: Sprott, Chaos and Time-Series Analysis
 * (2003): 0.41922, -1.62319.
 */
@AutoService(ChaoticMap.class)
public final class Henon implements ChaoticMap {
  private static final SystemCard CARD =
      SystemCard.of("Henon", 2)
          .parameter("a", 1.4)
          .parameter("b", 0.3)
          .start(0.12, 0.25)
          .period(1)
          .exponent(0.41922)
          .citation(
              "Henon, A two-dimensional mapping with a strange attractor, Comm. Math. Phys. 50 (1976) 69-77");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void apply(double[] parameters, double[] state, double[] next) {
    double a = parameters[0];
    double b = parameters[1];
    double x = state[0];
    double y = state[1];
    next[0] = 1 - a * x * x + y;
    next[1] = b * x;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double x = state[0];
    jacobian[0] = -2 * a * x;
    jacobian[1] = 1;
    jacobian[2] = b;
  }
}
