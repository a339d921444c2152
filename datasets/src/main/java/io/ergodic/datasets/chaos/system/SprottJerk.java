package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * The simplest dissipative chaotic flow, the jerk equation x''' + mu x'' - x'^2 + x = 0. Its basin
 * is small. Largest exponent: Sprott, Phys. Lett. A 228 (1997).
 */
@AutoService(ChaoticSystem.class)
public final class SprottJerk implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("SprottJerk", 3)
          .parameter("mu", 2.017)
          .start(-0.54106056, 0.59383201, 0.45127217)
          .period(11.921)
          .exponent(0.0551)
          .citation("Sprott, Simplest dissipative chaotic flow, Phys. Lett. A 228 (1997) 271-274");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double mu = parameters[0];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = y;
    velocity[1] = z;
    velocity[2] = y * y - mu * z - x;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double mu = parameters[0];
    double y = state[1];
    jacobian[1] = 1;
    jacobian[5] = 1;
    jacobian[6] = -1;
    jacobian[7] = 2 * y;
    jacobian[8] = -mu;
  }
}
