package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Euler's equations of a rigid body with linear feedback; two strange attractors at once. Largest
 * exponent: tangent dynamics of this class with QR at tolerance 1e-8 over 3000 periods.
 */
@AutoService(ChaoticSystem.class)
public final class NewtonLiepnik implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("NewtonLiepnik", 3)
          .parameter("a", 0.4)
          .parameter("b", 0.175)
          .start(0.29430753, 0.10649486, 0.29081125)
          .period(8.5095)
          .exponent(0.138)
          .citation(
              "Leipnik and Newton, Double strange attractors in rigid body motion with "
                  + "linear feedback control, Phys. Lett. A 86 (1981) 63-67");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double a = parameters[0];
    double b = parameters[1];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = y - a * x + 10 * y * z;
    velocity[1] = 5 * x * z - x - 0.4 * y;
    velocity[2] = b * z - 5 * x * y;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = -a;
    jacobian[1] = 10 * z + 1;
    jacobian[2] = 10 * y;
    jacobian[3] = 5 * z - 1;
    jacobian[4] = -0.4;
    jacobian[5] = 5 * x;
    jacobian[6] = -5 * y;
    jacobian[7] = -5 * x;
    jacobian[8] = b;
  }
}
