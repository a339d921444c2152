package io.ergodic.datasets.chaos.map.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.map.ChaoticMap;
import io.ergodic.datasets.kernel.StrictSine;

/**
 * The Chebyshev map x' = cos(a arccos x), exponent ln a for whole a > 1. Values stay 2^-53 away
 * from 1, the fixed point that rounded orbits would end in.
 */
@AutoService(ChaoticMap.class)
public final class Chebyshev implements ChaoticMap {
  private static final SystemCard CARD =
      SystemCard.of("Chebyshev", 1)
          .parameter("a", 6.0)
          .start(0.51)
          .period(1)
          .exponent(1.791759469228055)
          .citation(
              "Adler and Rivlin, Ergodic and mixing properties of Chebyshev polynomials, Proc. AMS 15 (1964) 794-796");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void apply(double[] parameters, double[] state, double[] next) {
    double a = parameters[0];
    double x = state[0];
    double value = StrictSine.cos(a * StrictMath.acos(x));
    next[0] = Math.max(-1 + 0x1p-53, Math.min(1 - 0x1p-53, value));
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double x = state[0];
    jacobian[0] = a * StrictSine.sin(a * StrictMath.acos(x)) / Math.sqrt((1 - x) * (1 + x));
  }
}
