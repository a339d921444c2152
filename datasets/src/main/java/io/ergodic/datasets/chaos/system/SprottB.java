package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Sprott's case B. Largest exponent: Sprott, Phys. Rev. E 50 (1994), table I, confirmed by tangent
 * dynamics.
 */
@AutoService(ChaoticSystem.class)
public final class SprottB implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("SprottB", 3)
          .start(1.6878282, 1.4848132, -0.53706628)
          .period(11.0501)
          .exponent(0.21)
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
    velocity[2] = 1 - x * y;
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
    jacobian[6] = -y;
    jacobian[7] = -x;
  }
}
