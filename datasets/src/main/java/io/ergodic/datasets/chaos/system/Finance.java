package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * A model of interest rate, investment demand and price index. Largest exponent: measured for this
 * project (tangent dynamics with QR, Dormand-Prince at 1e-9, 8 batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class Finance implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("Finance", 3)
          .parameter("a", 0.001)
          .parameter("b", 0.2)
          .parameter("c", 1.1)
          .start(-0.51664739, -3.9568707, 0.0012893581)
          .period(9.8932)
          .exponent(0.0897)
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
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = (1 / b - a) * x + z + x * y;
    velocity[1] = -b * y - x * x;
    velocity[2] = -x - c * z;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double c = parameters[2];
    double x = state[0];
    double y = state[1];
    jacobian[0] = 1 / b - a + y;
    jacobian[1] = x;
    jacobian[2] = 1;
    jacobian[3] = -2 * x;
    jacobian[4] = -b;
    jacobian[6] = -1;
    jacobian[8] = -c;
  }
}
