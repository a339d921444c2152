package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Dadras' and Momeni's flow of two to four scrolls. Largest exponent: measured for this project
 * (tangent dynamics with QR, Dormand-Prince at 1e-9, 8 batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class Dadras implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("Dadras", 3)
          .parameter("c", 2)
          .parameter("e", 9)
          .parameter("o", 2.7)
          .parameter("p", 3)
          .parameter("r", 1.7)
          .start(1.0284085, -3.5348655, -0.72081646)
          .period(3.2886)
          .exponent(0.371)
          .citation(
              "Dadras, Momeni, A novel three-dimensional autonomous chaotic system, "
                  + "Phys. Lett. A 373 (2009) 3637-3642");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double c = parameters[0];
    double e = parameters[1];
    double o = parameters[2];
    double p = parameters[3];
    double r = parameters[4];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = y - p * x + o * y * z;
    velocity[1] = r * y - x * z + z;
    velocity[2] = c * x * y - e * z;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double c = parameters[0];
    double e = parameters[1];
    double o = parameters[2];
    double p = parameters[3];
    double r = parameters[4];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = -p;
    jacobian[1] = 1 + o * z;
    jacobian[2] = o * y;
    jacobian[3] = -z;
    jacobian[4] = r;
    jacobian[5] = 1 - x;
    jacobian[6] = c * y;
    jacobian[7] = c * x;
    jacobian[8] = -e;
  }
}
