package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Hyperchaos from the flow of Liu with linear feedback. Largest exponent: measured for this project
 * (tangent dynamics with QR, Dormand-Prince at 1e-9, 8 batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class HyperWang implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("HyperWang", 4)
          .parameter("a", 10)
          .parameter("b", 40)
          .parameter("c", 2.5)
          .parameter("d", 10.6)
          .parameter("e", 4)
          .start(0.16824907, 0.16854103, 37.040338, -15.290274)
          .period(0.64815)
          .exponent(1.187)
          .citation(
              "Wang, Liu, Hyperchaos evolved from the Liu chaotic system, Chin. Phys."
                  + " 15 (2006) 963-968");

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
    velocity[0] = a * (y - x);
    velocity[1] = -x * z + b * x + w;
    velocity[2] = -c * z + e * x * x;
    velocity[3] = -d * x;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double c = parameters[2];
    double d = parameters[3];
    double e = parameters[4];
    double x = state[0];
    double z = state[2];
    jacobian[0] = -a;
    jacobian[1] = a;
    jacobian[4] = b - z;
    jacobian[6] = -x;
    jacobian[7] = 1;
    jacobian[8] = 2 * e * x;
    jacobian[10] = -c;
    jacobian[12] = -d;
  }
}
