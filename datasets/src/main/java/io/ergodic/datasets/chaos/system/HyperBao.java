package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Hyperchaos from the Lu flow by a fourth variable that feeds back into the first. Largest
 * exponent: measured for this project (tangent dynamics with QR, Dormand-Prince at 1e-9, 8 batches
 * after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class HyperBao implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("HyperBao", 4)
          .parameter("a", 36)
          .parameter("b", 3)
          .parameter("c", 20)
          .parameter("d", 0.1)
          .parameter("e", 21)
          .start(9.2713081, 9.7522472, 23.919155, -16.696759)
          .period(0.58315)
          .exponent(0.7506)
          .citation(
              "Bao, Liu, A hyperchaotic attractor coined from chaotic Lu system, "
                  + "Chin. Phys. Lett. 25 (2008) 2396-2399");

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
    double w = state[3];
    velocity[0] = a * (y - x) + w;
    velocity[1] = c * y - x * z;
    velocity[2] = x * y - b * z;
    velocity[3] = e * x + d * y * z;
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
    jacobian[0] = -a;
    jacobian[1] = a;
    jacobian[3] = 1;
    jacobian[4] = -z;
    jacobian[5] = c;
    jacobian[6] = -x;
    jacobian[8] = y;
    jacobian[9] = x;
    jacobian[10] = -b;
    jacobian[12] = e;
    jacobian[13] = d * z;
    jacobian[14] = d * y;
  }
}
