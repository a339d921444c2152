package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * The hyperchaotic system of Qi and co-workers, with two large positive exponents. Largest
 * exponent: measured for this project (tangent dynamics with QR, Dormand-Prince at 1e-9, 8 batches
 * after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class HyperQi implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("HyperQi", 4)
          .parameter("a", 50)
          .parameter("b", 24)
          .parameter("c", 13)
          .parameter("d", 8)
          .parameter("e", 33)
          .parameter("f", 30)
          .start(11.250901, -3.6470778, 50.169879, -168.24852)
          .period(0.06186)
          .exponent(12.39)
          .citation(
              "Qi, van Wyk, van Wyk, Chen, On a new hyperchaotic system, Phys. Lett. "
                  + "A 372 (2008) 124-136");

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
    double w = state[3];
    velocity[0] = a * (y - x) + y * z;
    velocity[1] = b * (x + y) - x * z;
    velocity[2] = -c * z - e * w + x * y;
    velocity[3] = -d * w + f * z + x * y;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double c = parameters[2];
    double d = parameters[3];
    double e = parameters[4];
    double f = parameters[5];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = -a;
    jacobian[1] = a + z;
    jacobian[2] = y;
    jacobian[4] = b - z;
    jacobian[5] = b;
    jacobian[6] = -x;
    jacobian[8] = y;
    jacobian[9] = x;
    jacobian[10] = -c;
    jacobian[11] = -e;
    jacobian[12] = y;
    jacobian[13] = x;
    jacobian[14] = f;
    jacobian[15] = -d;
  }
}
