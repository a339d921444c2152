package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * A four-dimensional relative of the Chen flow. Despite its name only one of its exponents is
 * positive. Largest exponent: measured for this project (tangent dynamics with QR, Dormand-Prince
 * at 1e-9, 8 batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class HyperYan implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("HyperYan", 4)
          .parameter("a", 37)
          .parameter("b", 3)
          .parameter("c", 26)
          .parameter("d", 38)
          .start(-6.5766207, -4.6171454, 17.796515, 0.80723573)
          .period(0.9127)
          .exponent(1.23)
          .citation("Meier, Presentation of Attractors with Cinema (2003)");

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
    double x = state[0];
    double y = state[1];
    double z = state[2];
    double w = state[3];
    velocity[0] = a * (y - x);
    velocity[1] = (c - a) * x - x * z + c * y;
    velocity[2] = -b * z + x * y - y * z + x * z - w;
    velocity[3] = -d * w + y * z - x * z;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double c = parameters[2];
    double d = parameters[3];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = -a;
    jacobian[1] = a;
    jacobian[4] = -a + c - z;
    jacobian[5] = c;
    jacobian[6] = -x;
    jacobian[8] = y + z;
    jacobian[9] = x - z;
    jacobian[10] = -b + x - y;
    jacobian[11] = -1;
    jacobian[12] = -z;
    jacobian[13] = z;
    jacobian[14] = -x + y;
    jacobian[15] = -d;
  }
}
