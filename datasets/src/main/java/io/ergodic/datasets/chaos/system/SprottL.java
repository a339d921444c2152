package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/** Sprott's case L. Largest exponent: Sprott, Phys. Rev. E 50 (1994), table I. */
@AutoService(ChaoticSystem.class)
public final class SprottL implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("SprottL", 3)
          .parameter("a", 0.9)
          .parameter("b", 3.9)
          .start(4.3611557, 13.705573, -2.6835659)
          .period(6.7262)
          .exponent(0.061)
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
    velocity[0] = y + b * z;
    velocity[1] = a * x * x - y;
    velocity[2] = 1 - x;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double x = state[0];
    jacobian[1] = 1;
    jacobian[2] = b;
    jacobian[3] = 2 * a * x;
    jacobian[4] = -1;
    jacobian[6] = -1;
  }
}
