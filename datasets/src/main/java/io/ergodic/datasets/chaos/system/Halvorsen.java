package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Halvorsen's cyclically symmetric flow. Largest exponent: tangent dynamics of this class with QR
 * at tolerance 1e-8 over 12000 periods.
 */
@AutoService(ChaoticSystem.class)
public final class Halvorsen implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("Halvorsen", 3)
          .parameter("a", 1.4)
          .parameter("b", 4)
          .start(-8.6807408, -2.4741399, 0.070775762)
          .period(1.4889)
          .exponent(0.687)
          .citation("Sprott, Elegant Chaos, World Scientific (2010)");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double a = parameters[0];
    double b = parameters[1];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = -a * x - b * (y + z) - y * y;
    velocity[1] = -a * y - b * (z + x) - z * z;
    velocity[2] = -a * z - b * (x + y) - x * x;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = -a;
    jacobian[1] = -b - 2 * y;
    jacobian[2] = -b;
    jacobian[3] = -b;
    jacobian[4] = -a;
    jacobian[5] = -b - 2 * z;
    jacobian[6] = -b - 2 * x;
    jacobian[7] = -b;
    jacobian[8] = -a;
  }
}
