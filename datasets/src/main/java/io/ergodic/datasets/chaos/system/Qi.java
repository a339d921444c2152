package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * A four-dimensional flow with a triple product in every equation. One exponent is positive.
 * Largest exponent: measured for this project (tangent dynamics with QR, Dormand-Prince at 1e-9, 8
 * batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class Qi implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("Qi", 4)
          .parameter("a", 45)
          .parameter("b", 10)
          .parameter("c", 1)
          .parameter("d", 10)
          .start(0.25620426, 0.19561166, 7.2598238, 1.3162559)
          .period(0.40821)
          .exponent(2.15)
          .citation(
              "Qi, Du, Chen, Chen and Yuan, On a four-dimensional chaotic system, Chaos "
                  + "Solitons Fractals 23 (2005) 1671-1682");

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
    velocity[0] = a * (y - x) + y * z * w;
    velocity[1] = b * (x + y) - x * z * w;
    velocity[2] = x * y * w - c * z;
    velocity[3] = x * y * z - d * w;
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
    double w = state[3];
    jacobian[0] = -a;
    jacobian[1] = a + w * z;
    jacobian[2] = w * y;
    jacobian[3] = y * z;
    jacobian[4] = b - w * z;
    jacobian[5] = b;
    jacobian[6] = -w * x;
    jacobian[7] = -x * z;
    jacobian[8] = w * y;
    jacobian[9] = w * x;
    jacobian[10] = -c;
    jacobian[11] = x * y;
    jacobian[12] = y * z;
    jacobian[13] = x * z;
    jacobian[14] = x * y;
    jacobian[15] = -d;
  }
}
