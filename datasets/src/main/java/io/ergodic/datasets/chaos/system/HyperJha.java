package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Hyperchaos from the Lorenz flow by a fourth variable that grows with minus x z. Largest exponent:
 * measured for this project (tangent dynamics with QR, Dormand-Prince at 1e-9, 8 batches after 200
 * periods).
 */
@AutoService(ChaoticSystem.class)
public final class HyperJha implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("HyperJha", 4)
          .parameter("a", 10)
          .parameter("b", 28)
          .parameter("c", 2.667)
          .parameter("d", 1.3)
          .start(13.765449, 20.203792, 32.081798, -51.189321)
          .period(0.85645)
          .exponent(0.3554)
          .citation(
              "Jia, Hyperchaos generated from the Lorenz chaotic system and its "
                  + "control, Phys. Lett. A 366 (2007) 217-222");

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
    velocity[0] = a * (y - x) + w;
    velocity[1] = x * (b - z) - y;
    velocity[2] = x * y - c * z;
    velocity[3] = d * w - x * z;
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
    jacobian[3] = 1;
    jacobian[4] = b - z;
    jacobian[5] = -1;
    jacobian[6] = -x;
    jacobian[8] = y;
    jacobian[9] = x;
    jacobian[10] = -c;
    jacobian[12] = -z;
    jacobian[14] = -x;
    jacobian[15] = d;
  }
}
