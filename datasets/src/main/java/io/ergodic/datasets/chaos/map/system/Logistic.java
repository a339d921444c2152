package io.ergodic.datasets.chaos.map.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.map.ChaoticMap;

/**
 * May's logistic map x' = r x (1 - x). The largest value below 1 stands for 1, from where a rounded
 * orbit at r = 4 would fall into the fixed point 0. At r = 4 the exponent is ln 2.
 */
@AutoService(ChaoticMap.class)
public final class Logistic implements ChaoticMap {
  private static final SystemCard CARD =
      SystemCard.of("Logistic", 1)
          .parameter("r", 3.9)
          .start(0.51)
          .period(1)
          .citation(
              "May, Simple mathematical models with very complicated dynamics, Nature 261 (1976) 459-467");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void apply(double[] parameters, double[] state, double[] next) {
    double r = parameters[0];
    double x = state[0];
    next[0] = Math.min(r * x * (1 - x), 1 - 0x1p-53);
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double r = parameters[0];
    double x = state[0];
    jacobian[0] = r * (1 - 2 * x);
  }
}
