package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/** Sprott's case K. Largest exponent: Sprott, Phys. Rev. E 50 (1994), table I. */
@AutoService(ChaoticSystem.class)
public final class SprottK implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("SprottK", 3)
          .parameter("a", 0.3)
          .start(-1.3165015, -1.5429951, 0.664053)
          .period(7.006)
          .exponent(0.038)
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
    velocity[0] = x * y - z;
    velocity[1] = x - y;
    velocity[2] = x + a * z;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double x = state[0];
    double y = state[1];
    jacobian[0] = y;
    jacobian[1] = x;
    jacobian[2] = -1;
    jacobian[3] = 1;
    jacobian[4] = -1;
    jacobian[6] = 1;
    jacobian[8] = a;
  }
}
