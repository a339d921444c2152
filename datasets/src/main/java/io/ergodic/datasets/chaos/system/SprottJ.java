package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/** Sprott's case J. Largest exponent: Sprott, Phys. Rev. E 50 (1994), table I. */
@AutoService(ChaoticSystem.class)
public final class SprottJ implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("SprottJ", 3)
          .start(4.4786928, 2.2977432, 6.5847115)
          .period(4.836)
          .exponent(0.076)
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
    velocity[0] = 2 * z;
    velocity[1] = z - 2 * y;
    velocity[2] = y - x + y * y;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double y = state[1];
    jacobian[2] = 2;
    jacobian[4] = -2;
    jacobian[5] = 1;
    jacobian[6] = -1;
    jacobian[7] = 2 * y + 1;
  }
}
