package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/** Sprott's case E. Largest exponent: Sprott, Phys. Rev. E 50 (1994), table I. */
@AutoService(ChaoticSystem.class)
public final class SprottE implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("SprottE", 3)
          .start(0.6173759, 0.66599285, -1.6575023)
          .period(7.6275)
          .exponent(0.078)
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
    velocity[0] = y * z;
    velocity[1] = x * x - y;
    velocity[2] = 1 - 4 * x;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[1] = z;
    jacobian[2] = y;
    jacobian[3] = 2 * x;
    jacobian[4] = -1;
    jacobian[6] = -4;
  }
}
