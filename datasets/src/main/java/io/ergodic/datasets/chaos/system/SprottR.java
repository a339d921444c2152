package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/** Sprott's case R. Largest exponent: Sprott, Phys. Rev. E 50 (1994), table I. */
@AutoService(ChaoticSystem.class)
public final class SprottR implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("SprottR", 3)
          .parameter("a", 0.9)
          .parameter("b", 0.4)
          .start(-1.6914909, -1.9783678, 1.9807775)
          .period(7.0133)
          .exponent(0.062)
          .citation("Sprott, Some simple chaotic flows, Phys. Rev. E 50 (1994) R647-R650");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double a = parameters[0];
    double b = parameters[1];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = a - y;
    velocity[1] = b + z;
    velocity[2] = x * y - z;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double x = state[0];
    double y = state[1];
    jacobian[1] = -1;
    jacobian[5] = 1;
    jacobian[6] = y;
    jacobian[7] = x;
    jacobian[8] = -1;
  }
}
