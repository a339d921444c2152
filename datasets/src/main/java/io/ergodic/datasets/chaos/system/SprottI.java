package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/** Sprott's case I. Largest exponent: Sprott, Phys. Rev. E 50 (1994), table I. */
@AutoService(ChaoticSystem.class)
public final class SprottI implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("SprottI", 3)
          .parameter("a", 0.2)
          .start(-0.060099389, -0.49558355, 0.023159035)
          .period(10.93)
          .exponent(0.012)
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
    velocity[0] = -a * y;
    velocity[1] = x + z;
    velocity[2] = x + y * y - z;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double y = state[1];
    jacobian[1] = -a;
    jacobian[3] = 1;
    jacobian[5] = 1;
    jacobian[6] = 1;
    jacobian[7] = 2 * y;
    jacobian[8] = -1;
  }
}
