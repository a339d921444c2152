package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * A circuit with the hyperbolic cosine of a product. Largest exponent: tangent dynamics of this
 * class with QR at tolerance 1e-8 over 3000 periods.
 */
@AutoService(ChaoticSystem.class)
public final class YuWang2 implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("YuWang2", 3)
          .parameter("a", 10)
          .parameter("b", 30)
          .parameter("c", 2)
          .parameter("d", 2.5)
          .start(0.12581483, 1.2467348, 18.358568)
          .period(0.39265)
          .exponent(0.481)
          .citation(
              "Yu and Wang, A novel three dimension autonomous chaotic system with a "
                  + "quadratic exponential nonlinear term, Eng. Technol. Appl. Sci. Res. 2 (2012)"
                  + " 209-215");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double a = parameters[0];
    double b = parameters[1];
    double c = parameters[2];
    double d = parameters[3];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = a * (y - x);
    velocity[1] = b * x - c * x * z;
    velocity[2] = StrictMath.cosh(x * y) - d * z;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double c = parameters[2];
    double d = parameters[3];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = -a;
    jacobian[1] = a;
    jacobian[3] = b - c * z;
    jacobian[5] = -c * x;
    jacobian[6] = y * StrictMath.sinh(x * y);
    jacobian[7] = x * StrictMath.sinh(x * y);
    jacobian[8] = -d;
  }
}
