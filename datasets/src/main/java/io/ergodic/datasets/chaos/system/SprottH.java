package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Sprott's case H. Largest exponent: Sprott, Phys. Rev. E 50 (1994), table I, confirmed by tangent
 * dynamics.
 */
@AutoService(ChaoticSystem.class)
public final class SprottH implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("SprottH", 3)
          .parameter("a", 0.5)
          .start(-1.360042, 0.62585352, -1.2788196)
          .period(20.229)
          .exponent(0.117)
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
    velocity[0] = -y + z * z;
    velocity[1] = x + a * y;
    velocity[2] = x - z;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double z = state[2];
    jacobian[1] = -1;
    jacobian[2] = 2 * z;
    jacobian[3] = 1;
    jacobian[4] = a;
    jacobian[6] = 1;
    jacobian[8] = -1;
  }
}
