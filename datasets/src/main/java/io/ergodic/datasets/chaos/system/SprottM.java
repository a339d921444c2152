package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/** Sprott's case M. Largest exponent: Sprott, Phys. Rev. E 50 (1994), table I. */
@AutoService(ChaoticSystem.class)
public final class SprottM implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("SprottM", 3)
          .parameter("a", 1.7)
          .start(1.6024402, -1.5983203, -2.6236374)
          .period(5.3644)
          .exponent(0.044)
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
    velocity[0] = -z;
    velocity[1] = -x * x - y;
    velocity[2] = a * (1 + x) + y;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double x = state[0];
    jacobian[2] = -1;
    jacobian[3] = -2 * x;
    jacobian[4] = -1;
    jacobian[6] = a;
    jacobian[7] = 1;
  }
}
