package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * A circuit with an exponential of a product. Largest exponent: measured for this project (tangent
 * dynamics with QR, Dormand-Prince at 1e-9, 8 batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class YuWang implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("YuWang", 3)
          .parameter("a", 10)
          .parameter("b", 40)
          .parameter("c", 2)
          .parameter("d", 2.5)
          .start(-0.21422356, -0.17935495, 14.105516)
          .period(1.3366)
          .exponent(1.426)
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
    velocity[2] = StrictMath.exp(x * y) - d * z;
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
    jacobian[6] = y * StrictMath.exp(x * y);
    jacobian[7] = x * StrictMath.exp(x * y);
    jacobian[8] = -d;
  }
}
