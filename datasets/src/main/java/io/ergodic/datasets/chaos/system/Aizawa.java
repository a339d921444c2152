package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * The Aizawa (Langford) flow on a sphere with a tube through its axis. Largest exponent: measured
 * for this project (tangent dynamics with QR, Dormand-Prince at 1e-9, 8 batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class Aizawa implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("Aizawa", 3)
          .parameter("a", 0.95)
          .parameter("b", 0.7)
          .parameter("c", 0.6)
          .parameter("d", 3.5)
          .parameter("e", 0.25)
          .parameter("f", 0.1)
          .start(-0.78450179, -0.62887672, -0.17620268)
          .period(2.5837)
          .exponent(0.0933)
          .citation(
              "Aizawa, Uezu, Topological aspects in chaos, Prog. Theor. Phys. 67 "
                  + "(1982) 982-985");

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
    double e = parameters[4];
    double f = parameters[5];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = x * (z - b) - d * y;
    velocity[1] = d * x + y * (z - b);
    velocity[2] = c + a * z - z * z * z / 3 - (x * x + y * y) * (1 + e * z) + f * z * x * x * x;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double d = parameters[3];
    double e = parameters[4];
    double f = parameters[5];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = z - b;
    jacobian[1] = -d;
    jacobian[2] = x;
    jacobian[3] = d;
    jacobian[4] = z - b;
    jacobian[5] = y;
    jacobian[6] = -2 * x * (1 + e * z) + 3 * f * z * x * x;
    jacobian[7] = -2 * y * (1 + e * z);
    jacobian[8] = a - z * z - e * (x * x + y * y) + f * x * x * x;
  }
}
