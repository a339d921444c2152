package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Self-modulation of waves in a dissipative medium. Largest exponent: measured for this project
 * (tangent dynamics with QR, Dormand-Prince at 1e-9, 8 batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class RabinovichFabrikant implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("RabinovichFabrikant", 3)
          .parameter("a", 1.1)
          .parameter("g", 0.87)
          .start(-1.8207276, 0.83440917, 0.2078248)
          .period(2.3356)
          .exponent(0.1985)
          .citation(
              "Rabinovich, Fabrikant, Stochastic self-modulation of waves in "
                  + "nonequilibrium media, Sov. Phys. JETP 50 (1979) 311");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double a = parameters[0];
    double g = parameters[1];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = y * (z - 1 + x * x) + g * x;
    velocity[1] = x * (3 * z + 1 - x * x) + g * y;
    velocity[2] = -2 * z * (a + x * y);
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double g = parameters[1];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = 2 * x * y + g;
    jacobian[1] = z - 1 + x * x;
    jacobian[2] = y;
    jacobian[3] = 3 * z + 1 - 3 * x * x;
    jacobian[4] = g;
    jacobian[5] = 3 * x;
    jacobian[6] = -2 * z * y;
    jacobian[7] = -2 * z * x;
    jacobian[8] = -2 * (a + x * y);
  }
}
