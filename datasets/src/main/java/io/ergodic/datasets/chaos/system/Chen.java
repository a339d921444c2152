package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Chen's dual of the Lorenz system. Largest exponent: Lü, Chen, Int. J. Bifurc. Chaos 12 (2002):
 * 2.0272, 0, -12.0272.
 */
@AutoService(ChaoticSystem.class)
public final class Chen implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("Chen", 3)
          .parameter("a", 35)
          .parameter("b", 3)
          .parameter("c", 28)
          .start(3.2689697, 5.2990458, 19.435349)
          .period(0.58689)
          .exponent(2.027)
          .citation(
              "Chen, Ueta, Yet another chaotic attractor, Int. J. Bifurc. Chaos 9 "
                  + "(1999) 1465-1466");

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
    velocity[0] = a * (y - x);
    velocity[1] = (c - a) * x - x * z + c * y;
    velocity[2] = x * y - b * z;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double c = parameters[2];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = -a;
    jacobian[1] = a;
    jacobian[3] = c - a - z;
    jacobian[4] = c;
    jacobian[5] = -x;
    jacobian[6] = y;
    jacobian[7] = x;
    jacobian[8] = -b;
  }
}
