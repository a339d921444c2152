package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Hyperchaos from a finance model with a quadratic term in the third equation. Largest exponent:
 * tangent dynamics of this class with QR at tolerance 1e-8 over 400 periods.
 */
@AutoService(ChaoticSystem.class)
public final class HyperCai implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("HyperCai", 4)
          .parameter("a", 27.5)
          .parameter("b", 3)
          .parameter("c", 19.3)
          .parameter("d", 2.9)
          .parameter("e", 3.3)
          .start(-10.691274, -15.541159, 18.388273, -14.904494)
          .period(0.61139)
          .exponent(1.65)
          .citation(
              "Cai, Huang, A new finance chaotic attractor, Int. J. Nonlinear Sci. 3 "
                  + "(2007) 213-220");

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
    velocity[1] = b * x + c * y - x * z + w;
    velocity[2] = -d * z + y * y;
    velocity[3] = -e * x;
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
    jacobian[4] = b - z;
    jacobian[5] = c;
    jacobian[6] = -x;
    jacobian[7] = 1;
    jacobian[9] = 2 * y;
    jacobian[10] = -d;
    jacobian[12] = -e;
  }
}
