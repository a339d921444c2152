package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * A smooth feedback circuit whose attractor has three layers. Largest exponent: measured for this
 * project (tangent dynamics with QR, Dormand-Prince at 1e-9, 8 batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class ZhouChen implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("ZhouChen", 3)
          .parameter("a", 2.97)
          .parameter("b", 0.15)
          .parameter("c", -3)
          .parameter("d", 1)
          .parameter("e", -8.78)
          .start(-0.60390203, 0.012111953, 0.00083277923)
          .period(0.87518)
          .exponent(0.6601)
          .citation(
              "Zhou and Chen, A simple smooth chaotic system with a 3-layer attractor, Int."
                  + " J. Bifurc. Chaos 14 (2004) 1795-1799");

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
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = a * x + b * y + y * z;
    velocity[1] = c * y - x * z + d * y * z;
    velocity[2] = e * z - x * y;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double c = parameters[2];
    double d = parameters[3];
    double e = parameters[4];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = a;
    jacobian[1] = b + z;
    jacobian[2] = y;
    jacobian[3] = -z;
    jacobian[4] = c + d * z;
    jacobian[5] = d * y - x;
    jacobian[6] = -y;
    jacobian[7] = -x;
    jacobian[8] = e;
  }
}
