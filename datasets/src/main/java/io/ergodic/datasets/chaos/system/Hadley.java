package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Lorenz's model of the general circulation of the atmosphere. Largest exponent: measured for this
 * project (tangent dynamics with QR, Dormand-Prince at 1e-9, 8 batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class Hadley implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("Hadley", 3)
          .parameter("a", 0.2)
          .parameter("b", 4)
          .parameter("f", 9)
          .parameter("g", 1)
          .start(1.3664423, 0.9309146, 0.64283417)
          .period(1.4541)
          .exponent(0.206)
          .citation(
              "Lorenz, Irregularity: a fundamental property of the atmosphere, "
                  + "Tellus A 36 (1984) 98-110");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double a = parameters[0];
    double b = parameters[1];
    double f = parameters[2];
    double g = parameters[3];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = -y * y - z * z - a * (x - f);
    velocity[1] = x * y - b * x * z - y + g;
    velocity[2] = b * x * y + x * z - z;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = -a;
    jacobian[1] = -2 * y;
    jacobian[2] = -2 * z;
    jacobian[3] = y - b * z;
    jacobian[4] = x - 1;
    jacobian[5] = -b * x;
    jacobian[6] = b * y + z;
    jacobian[7] = b * x;
    jacobian[8] = x - 1;
  }
}
