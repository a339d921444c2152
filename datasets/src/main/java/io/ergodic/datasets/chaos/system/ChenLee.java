package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * A rigid body spun up by feedback: the anti-control of Chen and Lee. Largest exponent: measured
 * for this project (tangent dynamics with QR, Dormand-Prince at 1e-9, 8 batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class ChenLee implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("ChenLee", 3)
          .parameter("a", 5)
          .parameter("b", -10)
          .parameter("c", -0.38)
          .start(0.17177112, 0.10360479, 6.2553878)
          .period(2.8043)
          .exponent(0.1415)
          .citation(
              "Chen, Lee, Anti-control of chaos in rigid body motion, Chaos Solitons "
                  + "Fractals 21 (2004) 957-965");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double a = parameters[0];
    double b = parameters[1];
    double c = parameters[2];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = a * x - y * z;
    velocity[1] = b * y + x * z;
    velocity[2] = c * z + x * y / 3;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double c = parameters[2];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = a;
    jacobian[1] = -z;
    jacobian[2] = -y;
    jacobian[3] = z;
    jacobian[4] = b;
    jacobian[5] = x;
    jacobian[6] = y / 3;
    jacobian[7] = x / 3;
    jacobian[8] = c;
  }
}
