package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/** Sprott's case G. Largest exponent: Sprott, Phys. Rev. E 50 (1994), table I. */
@AutoService(ChaoticSystem.class)
public final class SprottG implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("SprottG", 3)
          .parameter("a", 0.4)
          .start(-0.77182478, -0.74756595, 1.3073285)
          .period(8.7097)
          .exponent(0.034)
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
    velocity[0] = a * x + z;
    velocity[1] = x * z - y;
    velocity[2] = y - x;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double x = state[0];
    double z = state[2];
    jacobian[0] = a;
    jacobian[2] = 1;
    jacobian[3] = z;
    jacobian[4] = -1;
    jacobian[5] = x;
    jacobian[6] = -1;
    jacobian[7] = 1;
  }
}
