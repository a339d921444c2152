package io.ergodic.datasets.chaos.map.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.map.ChaoticMap;

/**
 * The Bogdanov map, y' = y + eps y + k x (x - 1) + mu x y, x' = x + y'; it preserves area at eps =
 * mu = 0. The standard orbit, a public database's, is regular: it is listed to be compared with,
 * and chaotic layers at these parameters leak to infinity.
 */
@AutoService(ChaoticMap.class)
public final class Bogdanov implements ChaoticMap {
  private static final SystemCard CARD =
      SystemCard.of("Bogdanov", 2)
          .parameter("eps", 0.0)
          .parameter("k", 1.2)
          .parameter("mu", 0.0)
          .start(0.51, 0.2)
          .period(1)
          .citation(
              "Arrowsmith, Cartwright, Lansbury and Place, The Bogdanov map, Int. J. Bifurcation Chaos 3 (1993) 803-842");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void apply(double[] parameters, double[] state, double[] next) {
    double eps = parameters[0];
    double k = parameters[1];
    double mu = parameters[2];
    double x = state[0];
    double y = state[1];
    next[1] = y + eps * y + k * x * (x - 1) + mu * x * y;
    next[0] = x + next[1];
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double eps = parameters[0];
    double k = parameters[1];
    double mu = parameters[2];
    double x = state[0];
    double y = state[1];
    double yx = k * (2 * x - 1) + mu * y;
    double yy = 1 + eps + mu * x;
    jacobian[0] = 1 + yx;
    jacobian[1] = yy;
    jacobian[2] = yx;
    jacobian[3] = yy;
  }
}
