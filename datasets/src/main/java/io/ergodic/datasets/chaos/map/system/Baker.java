package io.ergodic.datasets.chaos.map.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.map.BinaryShift;
import io.ergodic.datasets.chaos.map.ChaoticMap;

/**
 * The baker's map x' = 2x mod 1, y' = (a y + floor(2x)) / 2: exponents ln 2 and ln(a / 2). The
 * shift is rounded so that orbits do not collapse.
 */
@AutoService(ChaoticMap.class)
public final class Baker implements ChaoticMap {
  private static final SystemCard CARD =
      SystemCard.of("Baker", 2)
          .parameter("a", 1.0)
          .start(0.04995935, 0.363224)
          .period(1)
          .exponent(0.6931471805599453)
          .citation("Hopf, Ergodentheorie, Springer (1937)");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void apply(double[] parameters, double[] state, double[] next) {
    double a = parameters[0];
    double x = state[0];
    double y = state[1];
    next[0] = BinaryShift.shifted(x);
    next[1] = (a * y + (x < 0.5 ? 0 : 1)) / 2;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    jacobian[0] = 2;
    jacobian[3] = a / 2;
  }
}
