package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Rössler's hyperchaotic flow: two positive exponents. Largest exponent: Wolf et al., Physica D 16
 * (1985): 0.111, 0.021, 0, -24.9; 0.112 in later, longer runs.
 */
@AutoService(ChaoticSystem.class)
public final class HyperRossler implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("HyperRossler", 4)
          .parameter("a", 0.25)
          .parameter("b", 3)
          .parameter("c", 0.5)
          .parameter("d", 0.05)
          .start(-93.667697, 15.5078, 0.032086964, 43.792796)
          .period(1.11575)
          .exponent(0.112)
          .citation("Rössler, An equation for hyperchaos, Phys. Lett. A 71 (1979) 155-157");

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
    double w = state[3];
    velocity[0] = -y - z;
    velocity[1] = x + a * y + w;
    velocity[2] = b + x * z;
    velocity[3] = -c * z + d * w;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double c = parameters[2];
    double d = parameters[3];
    double x = state[0];
    double z = state[2];
    jacobian[1] = -1;
    jacobian[2] = -1;
    jacobian[4] = 1;
    jacobian[5] = a;
    jacobian[7] = 1;
    jacobian[8] = z;
    jacobian[10] = x;
    jacobian[14] = -c;
    jacobian[15] = d;
  }
}
