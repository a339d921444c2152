package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/** Sprott's case O. Largest exponent: Sprott, Phys. Rev. E 50 (1994), table I. */
@AutoService(ChaoticSystem.class)
public final class SprottO implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("SprottO", 3)
          .parameter("a", 2.7)
          .start(0.20549455, 0.022792985, 0.93636949)
          .period(9.755)
          .exponent(0.049)
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
    velocity[0] = y;
    velocity[1] = x - z;
    velocity[2] = x + x * z + a * y;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double x = state[0];
    double z = state[2];
    jacobian[1] = 1;
    jacobian[3] = 1;
    jacobian[5] = -1;
    jacobian[6] = z + 1;
    jacobian[7] = a;
    jacobian[8] = x;
  }
}
