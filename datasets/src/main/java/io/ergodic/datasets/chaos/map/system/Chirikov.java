package io.ergodic.datasets.chaos.map.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.map.ChaoticMap;
import io.ergodic.datasets.kernel.StrictSine;
import java.util.Map;

/**
 * Chirikov's standard map: momentum x' = x + k sin y, angle y' = y + x', both mod 2 pi; it
 * preserves area. The standard k is Greene's, where the last torus breaks.
 */
@AutoService(ChaoticMap.class)
public final class Chirikov implements ChaoticMap {
  private static final SystemCard CARD =
      SystemCard.of("Chirikov", 2)
          .parameter("k", 0.971635)
          .start(0.1, 0.1)
          .period(1)
          .citation(
              "Chirikov, A universal instability of many-dimensional oscillator systems, Phys. Rep. 52 (1979) 263-379");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public Map<Integer, Double> periodic() {
    return Map.of(0, 2 * Math.PI, 1, 2 * Math.PI);
  }

  @Override
  public void apply(double[] parameters, double[] state, double[] next) {
    double k = parameters[0];
    double x = state[0];
    double y = state[1];
    double momentum = x + k * StrictSine.sin(y);
    next[0] = turn(momentum);
    next[1] = turn(y + momentum);
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double k = parameters[0];
    double y = state[1];
    double slope = k * StrictSine.cos(y);
    jacobian[0] = 1;
    jacobian[1] = slope;
    jacobian[2] = 1;
    jacobian[3] = 1 + slope;
  }

  private static double turn(double angle) {
    return angle - 2 * Math.PI * Math.floor(angle / (2 * Math.PI));
  }
}
