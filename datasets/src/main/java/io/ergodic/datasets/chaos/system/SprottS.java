package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Sprott's case S. Largest exponent: Sprott, Phys. Rev. E 50 (1994), table I, confirmed by tangent
 * dynamics.
 */
@AutoService(ChaoticSystem.class)
public final class SprottS implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("SprottS", 3)
          .start(0.12635702, 0.12260693, 1.2215429)
          .period(3.3505)
          .exponent(0.188)
          .citation("Sprott, Some simple chaotic flows, Phys. Rev. E 50 (1994) R647-R650");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = -x - 4 * y;
    velocity[1] = x + z * z;
    velocity[2] = 1 + x;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double z = state[2];
    jacobian[0] = -1;
    jacobian[1] = -4;
    jacobian[3] = 1;
    jacobian[5] = 2 * z;
    jacobian[6] = 1;
  }
}
