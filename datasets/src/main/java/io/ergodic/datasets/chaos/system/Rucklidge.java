package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Double convection in a vertical magnetic field. Largest exponent: measured for this project
 * (tangent dynamics with QR, Dormand-Prince at 1e-9, 8 batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class Rucklidge implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("Rucklidge", 3)
          .parameter("a", 2)
          .parameter("b", 6.7)
          .start(1.9257158, 3.1923835, 5.7829655)
          .period(6.0721)
          .exponent(0.1916)
          .citation(
              "Rucklidge, Chaos in models of double convection, J. Fluid Mech. 237 "
                  + "(1992) 209-229");

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
    velocity[0] = -a * x + b * y - y * z;
    velocity[1] = x;
    velocity[2] = y * y - z;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double y = state[1];
    double z = state[2];
    jacobian[0] = -a;
    jacobian[1] = b - z;
    jacobian[2] = -y;
    jacobian[3] = 1;
    jacobian[7] = 2 * y;
    jacobian[8] = -1;
  }
}
