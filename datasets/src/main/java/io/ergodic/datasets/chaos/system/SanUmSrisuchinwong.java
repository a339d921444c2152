package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;

/**
 * Two scrolls from a hyperbolic tangent and an absolute value; the same flow as the attractor of
 * Wimol and Banlue. Largest exponent: tangent dynamics of this class with QR at tolerance 1e-8 over
 * 3000 periods.
 */
@AutoService(ChaoticSystem.class)
public final class SanUmSrisuchinwong implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("SanUmSrisuchinwong", 3)
          .parameter("a", 2)
          .start(0.63878078, 1.0901873, 2.4479814)
          .period(7.4654)
          .exponent(0.218)
          .citation(
              "San-Um and Srisuchinwong, Highly complex chaotic system with piecewise "
                  + "linear nonlinearity and compound structures, J. Comput. 7 (2012) 1041-1047");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public SystemTraits traits() {
    return SystemTraits.none().smoothness(SystemTraits.Smoothness.KINKED);
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double a = parameters[0];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = y - x;
    velocity[1] = -z * StrictMath.tanh(x);
    velocity[2] = x * y - a + Math.abs(y);
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = -1;
    jacobian[1] = 1;
    jacobian[3] = -z * (1 - StrictMath.tanh(x) * StrictMath.tanh(x));
    jacobian[5] = -StrictMath.tanh(x);
    jacobian[6] = y;
    jacobian[7] = x + Math.signum(y);
  }
}
