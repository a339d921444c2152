package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * A strange attractor and nested invariant tori in one phase space; the start lies on the
 * attractor. Largest exponent: measured for this project (tangent dynamics with QR, Dormand-Prince
 * at 1e-9, 8 batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class SprottTorus implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("SprottTorus", 3)
          .start(0.6883476, -0.18017646, 0.58539724)
          .period(13.607)
          .exponent(0.05306)
          .citation(
              "Sprott, A dynamical system with a strange attractor and invariant tori, "
                  + "Phys. Lett. A 378 (2014) 1361-1363");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = y + 2 * x * y + x * z;
    velocity[1] = 1 - 2 * x * x + y * z;
    velocity[2] = x - x * x - y * y;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = 2 * y + z;
    jacobian[1] = 2 * x + 1;
    jacobian[2] = x;
    jacobian[3] = -4 * x;
    jacobian[4] = z;
    jacobian[5] = y;
    jacobian[6] = 1 - 2 * x;
    jacobian[7] = -2 * y;
  }
}
