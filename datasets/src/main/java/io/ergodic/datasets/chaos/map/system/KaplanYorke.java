package io.ergodic.datasets.chaos.map.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.map.BinaryShift;
import io.ergodic.datasets.chaos.map.ChaoticMap;
import io.ergodic.datasets.kernel.StrictSine;
import java.util.Map;

/**
 * The Kaplan-Yorke map x' = 2x mod 1, y' = alpha y + cos(4 pi x): exponents ln 2 and ln alpha. The
 * shift is rounded so that orbits do not collapse.
 */
@AutoService(ChaoticMap.class)
public final class KaplanYorke implements ChaoticMap {
  private static final SystemCard CARD =
      SystemCard.of("KaplanYorke", 2)
          .parameter("alpha", 0.2)
          .start(0.2, 0.2)
          .period(1)
          .exponent(0.6931471805599453)
          .citation(
              "Kaplan and Yorke, Chaotic behavior of multidimensional difference equations, Lecture Notes in Mathematics 730 (1979) 204-227");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public Map<Integer, Double> periodic() {
    return Map.of(0, 1.0);
  }

  @Override
  public void apply(double[] parameters, double[] state, double[] next) {
    double alpha = parameters[0];
    double x = state[0];
    double y = state[1];
    next[0] = BinaryShift.shifted(x);
    next[1] = alpha * y + StrictSine.cos(4 * Math.PI * x);
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double alpha = parameters[0];
    double x = state[0];
    jacobian[0] = 2;
    jacobian[2] = -4 * Math.PI * StrictSine.sin(4 * Math.PI * x);
    jacobian[3] = alpha;
  }
}
