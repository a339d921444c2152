package io.ergodic.datasets.chaos.map.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.map.ChaoticMap;

/**
 * The Tinkerbell map x' = x^2 - y^2 + a x + b y, y' = 2 x y + c x + d y. Exponents: Sprott, Chaos
 * and Time-Series Analysis (2003): 0.18997, -0.52091 (b = -0.6).
 */
@AutoService(ChaoticMap.class)
public final class Tinkerbell implements ChaoticMap {
  private static final SystemCard CARD =
      SystemCard.of("Tinkerbell", 2)
          .parameter("a", 0.9)
          .parameter("b", -0.6013)
          .parameter("c", 2.0)
          .parameter("d", 0.5)
          .start(0.13738266, -0.0308518)
          .period(1)
          .citation("Nusse and Yorke, Dynamics: Numerical Explorations, Springer (1997)");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void apply(double[] parameters, double[] state, double[] next) {
    double a = parameters[0];
    double b = parameters[1];
    double c = parameters[2];
    double d = parameters[3];
    double x = state[0];
    double y = state[1];
    next[0] = x * x - y * y + a * x + b * y;
    next[1] = 2 * x * y + c * x + d * y;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double c = parameters[2];
    double d = parameters[3];
    double x = state[0];
    double y = state[1];
    jacobian[0] = 2 * x + a;
    jacobian[1] = -2 * y + b;
    jacobian[2] = 2 * y + c;
    jacobian[3] = 2 * x + d;
  }
}
