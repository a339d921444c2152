package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Shaw's and Burke's relative of the Lorenz system. Largest exponent: tangent dynamics of this
 * class with QR at tolerance 1e-8 over 12000 periods; {@link BurkeShawAsPublished} has +y for -y in
 * the second equation.
 */
@AutoService(ChaoticSystem.class)
public final class BurkeShaw implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("BurkeShaw", 3)
          .parameter("e", 13)
          .parameter("n", 10)
          .start(-0.79153188, 0.65244479, 0.22517831)
          .period(0.78333)
          .exponent(2.243)
          .citation(
              "Shaw, Strange attractors, chaotic behavior, and information flow, Z. "
                  + "Naturforsch. A 36 (1981) 80-112");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double e = parameters[0];
    double n = parameters[1];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = -n * (x + y);
    velocity[1] = -y - n * x * z;
    velocity[2] = n * x * y + e;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double n = parameters[1];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = -n;
    jacobian[1] = -n;
    jacobian[3] = -n * z;
    jacobian[4] = -1;
    jacobian[5] = -n * x;
    jacobian[6] = n * y;
    jacobian[7] = n * x;
  }
}
