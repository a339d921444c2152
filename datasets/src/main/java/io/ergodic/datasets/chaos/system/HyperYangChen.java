package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Hyperchaos from the flow of Yang and Chen with linear feedback. Largest exponent: tangent
 * dynamics of this class with QR at tolerance 1e-8 over 400 periods.
 */
@AutoService(ChaoticSystem.class)
public final class HyperYangChen implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("HyperYangChen", 4)
          .parameter("a", 30)
          .parameter("b", 3)
          .parameter("c", 35)
          .parameter("d", 8)
          .start(3.5344642, 4.8285252, 25.049176, 17.11852)
          .period(0.9127)
          .exponent(0.371)
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
    velocity[1] = c * x - x * z + w;
    velocity[2] = -b * z + x * y;
    velocity[3] = -d * x;
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
    jacobian[4] = c - z;
    jacobian[6] = -x;
    jacobian[7] = 1;
    jacobian[8] = y;
    jacobian[9] = x;
    jacobian[10] = -b;
    jacobian[12] = -d;
  }
}
