package io.ergodic.datasets.chaos.map.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.map.ChaoticMap;

/** Devaney's gingerbreadman x' = 1 - y + |x|, y' = x; it preserves area. */
@AutoService(ChaoticMap.class)
public final class Gingerbreadman implements ChaoticMap {
  private static final SystemCard CARD =
      SystemCard.of("Gingerbreadman", 2)
          .start(-0.1, 0.0)
          .period(1)
          .citation(
              "Devaney, A piecewise linear model for the zones of instability of an area-preserving map, Physica D 10 (1984) 387-393");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void apply(double[] parameters, double[] state, double[] next) {
    double x = state[0];
    double y = state[1];
    next[0] = 1 - y + Math.abs(x);
    next[1] = x;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double x = state[0];
    jacobian[0] = x < 0 ? -1 : 1;
    jacobian[1] = -1;
    jacobian[2] = 1;
  }
}
