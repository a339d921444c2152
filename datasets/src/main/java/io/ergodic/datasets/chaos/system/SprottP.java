package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Sprott's case P. Largest exponent: Sprott, Phys. Rev. E 50 (1994), table I, confirmed by tangent
 * dynamics.
 */
@AutoService(ChaoticSystem.class)
public final class SprottP implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("SprottP", 3)
          .parameter("a", 2.7)
          .start(0.83420675, 0.14915817, 0.44028635)
          .period(5.3414)
          .exponent(0.087)
          .citation("Sprott, Some simple chaotic flows, Phys. Rev. E 50 (1994) R647-R650");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double a = parameters[0];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = a * y + z;
    velocity[1] = -x + y * y;
    velocity[2] = x + y;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double y = state[1];
    jacobian[1] = a;
    jacobian[2] = 1;
    jacobian[3] = -1;
    jacobian[4] = 2 * y;
    jacobian[6] = 1;
    jacobian[7] = 1;
  }
}
