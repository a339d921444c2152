package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Sprott's case C. Largest exponent: Sprott, Phys. Rev. E 50 (1994), table I, confirmed by tangent
 * dynamics.
 */
@AutoService(ChaoticSystem.class)
public final class SprottC implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("SprottC", 3)
          .start(-0.47199823, -0.27198066, 1.9418244)
          .period(8.8852)
          .exponent(0.163)
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
    velocity[1] = x - y;
    velocity[2] = 1 - x * x;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[1] = z;
    jacobian[2] = y;
    jacobian[3] = 1;
    jacobian[4] = -1;
    jacobian[6] = -2 * x;
  }
}
