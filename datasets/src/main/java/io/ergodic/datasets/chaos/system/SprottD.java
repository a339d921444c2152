package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/** Sprott's case D. Largest exponent: Sprott, Phys. Rev. E 50 (1994), table I. */
@AutoService(ChaoticSystem.class)
public final class SprottD implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("SprottD", 3)
          .start(-1.3396906, -0.21238338, 0.32982163)
          .period(4.8333)
          .exponent(0.103)
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
    velocity[0] = -y;
    velocity[1] = x + z;
    velocity[2] = x * z + 3 * y * y;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[1] = -1;
    jacobian[3] = 1;
    jacobian[5] = 1;
    jacobian[6] = z;
    jacobian[7] = 6 * y;
    jacobian[8] = x;
  }
}
