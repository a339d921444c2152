package io.ergodic.datasets.chaos.map.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.map.BinaryShift;
import io.ergodic.datasets.chaos.map.ChaoticMap;

/**
 * The tent map x' = mu (1 - 2 |x - 1/2|) of slope 2 mu; exponent ln(2 mu), also for mu = 1, where
 * plain doubling would end in 0.
 */
@AutoService(ChaoticMap.class)
public final class Tent implements ChaoticMap {
  private static final SystemCard CARD =
      SystemCard.of("Tent", 1)
          .parameter("mu", 0.95)
          .start(0.51)
          .period(1)
          .exponent(0.6418538861723947)
          .citation(
              "Collet and Eckmann, Iterated Maps on the Interval as Dynamical Systems, Birkhaeuser (1980)");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void apply(double[] parameters, double[] state, double[] next) {
    double mu = parameters[0];
    double x = state[0];
    next[0] = mu * BinaryShift.doubled(Math.min(x, 1 - x));
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double mu = parameters[0];
    double x = state[0];
    jacobian[0] = x < 0.5 ? 2 * mu : -2 * mu;
  }
}
