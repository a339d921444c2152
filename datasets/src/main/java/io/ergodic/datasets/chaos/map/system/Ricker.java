package io.ergodic.datasets.chaos.map.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.map.ChaoticMap;

/** Ricker's population model x' = x exp(a - x). */
@AutoService(ChaoticMap.class)
public final class Ricker implements ChaoticMap {
  private static final SystemCard CARD =
      SystemCard.of("Ricker", 1)
          .parameter("a", 3.3)
          .start(0.51)
          .period(1)
          .citation(
              "Ricker, Stock and recruitment, J. Fisheries Res. Board Canada 11 (1954) 559-623");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void apply(double[] parameters, double[] state, double[] next) {
    double a = parameters[0];
    double x = state[0];
    next[0] = x * StrictMath.exp(a - x);
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double x = state[0];
    jacobian[0] = (1 - x) * StrictMath.exp(a - x);
  }
}
