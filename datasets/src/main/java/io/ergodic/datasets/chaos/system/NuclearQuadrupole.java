package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;

/**
 * Hamiltonian of two quadrupole bosons: H = a (p^2 + q^2) / 2 + b q_1 (3 q_2^2 - q_1^2) / sqrt(2) +
 * d q^4 / 4, in the order q_1, q_2, p_1, p_2. Largest exponent: tangent dynamics of this class with
 * QR at tolerance 1e-8 over 3000 periods.
 */
@AutoService(ChaoticSystem.class)
public final class NuclearQuadrupole implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("NuclearQuadrupole", 4)
          .parameter("a", 1)
          .parameter("b", 0.55)
          .parameter("d", 0.4)
          .start(-0.85591178, 1.4807834, -0.85075322, 1.6357609)
          .period(6.0231)
          .exponent(0.29)
          .citation(
              "Baran and Raduta, Classical and quantal chaos described by a fourth order "
                  + "quadrupole boson Hamiltonian, Int. J. Mod. Phys. E 7 (1998) 527-551");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public SystemTraits traits() {
    return SystemTraits.none().asHamiltonian().asVolumePreserving();
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double a = parameters[0];
    double b = parameters[1];
    double d = parameters[2];
    double x = state[0];
    double y = state[1];
    double u = state[2];
    double v = state[3];
    velocity[0] = a * u;
    velocity[1] = a * v;
    velocity[2] = 3 / Math.sqrt(2) * b * (x * x - y * y) - a * x - d * x * (x * x + y * y);
    velocity[3] = -3 * Math.sqrt(2) * b * x * y - a * y - d * y * (x * x + y * y);
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double d = parameters[2];
    double x = state[0];
    double y = state[1];
    jacobian[2] = a;
    jacobian[7] = a;
    jacobian[8] = 3 * Math.sqrt(2) * b * x - a - d * (3 * x * x + y * y);
    jacobian[9] = -3 * Math.sqrt(2) * b * y - 2 * d * x * y;
    jacobian[12] = -3 * Math.sqrt(2) * b * y - 2 * d * x * y;
    jacobian[13] = -3 * Math.sqrt(2) * b * x - a - d * (x * x + 3 * y * y);
  }
}
