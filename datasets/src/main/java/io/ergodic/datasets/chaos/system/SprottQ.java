package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/** Sprott's case Q. Largest exponent: Sprott, Phys. Rev. E 50 (1994), table I. */
@AutoService(ChaoticSystem.class)
public final class SprottQ implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("SprottQ", 3)
          .parameter("a", 3.1)
          .parameter("b", 0.5)
          .start(2.978102, -0.065260683, -2.8031286)
          .period(4.8443)
          .exponent(0.109)
          .citation("Sprott, Some simple chaotic flows, Phys. Rev. E 50 (1994) R647-R650");

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
    velocity[0] = -z;
    velocity[1] = x - y;
    velocity[2] = a * x + y * y + b * z;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double y = state[1];
    jacobian[2] = -1;
    jacobian[3] = 1;
    jacobian[4] = -1;
    jacobian[6] = a;
    jacobian[7] = 2 * y;
    jacobian[8] = b;
  }
}
