package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * A three-variable flow with cubic cross terms, named after the semiconductor laser equations it
 * resembles. Largest exponent: measured for this project (tangent dynamics with QR, Dormand-Prince
 * at 1e-9, 8 batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class Laser implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("Laser", 3)
          .parameter("a", 10)
          .parameter("b", 1)
          .parameter("c", 5)
          .parameter("d", -1)
          .parameter("h", -5)
          .parameter("k", -6)
          .start(-2.5408014, -1.9405706, -2.9680975)
          .period(0.94667)
          .exponent(0.5775)
          .citation(
              "Abooee, Yaghini-Bonabi and Jahed-Motlagh, Analysis and circuitry realization"
                  + " of a novel three-dimensional chaotic system, Commun. Nonlinear Sci. Numer. "
                  + "Simul. 18 (2013) 1235-1245");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double a = parameters[0];
    double b = parameters[1];
    double c = parameters[2];
    double d = parameters[3];
    double h = parameters[4];
    double k = parameters[5];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = a * (y - x) + b * y * z * z;
    velocity[1] = c * x + d * x * z * z;
    velocity[2] = h * z + k * x * x;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double c = parameters[2];
    double d = parameters[3];
    double h = parameters[4];
    double k = parameters[5];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = -a;
    jacobian[1] = a + z * z * b;
    jacobian[2] = 2 * b * y * z;
    jacobian[3] = c + z * z * d;
    jacobian[5] = 2 * d * x * z;
    jacobian[6] = 2 * k * x;
    jacobian[8] = h;
  }
}
