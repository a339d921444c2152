package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/** Sprott's case N. Largest exponent: Sprott, Phys. Rev. E 50 (1994), table I. */
@AutoService(ChaoticSystem.class)
public final class SprottN implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("SprottN", 3)
          .start(-8.3258705, 7.3033716, 3.2798909)
          .period(4.8135)
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
    velocity[0] = -2 * y;
    velocity[1] = x + z * z;
    velocity[2] = 1 + y - 2 * z;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double z = state[2];
    jacobian[1] = -2;
    jacobian[3] = 1;
    jacobian[5] = 2 * z;
    jacobian[7] = 1;
    jacobian[8] = -2;
  }
}
