package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Four scrolls from three products. Largest exponent: measured for this project (tangent dynamics
 * with QR, Dormand-Prince at 1e-9, 8 batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class WangSun implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("WangSun", 3)
          .parameter("a", 0.2)
          .parameter("b", -0.01)
          .parameter("d", -0.4)
          .parameter("e", -1)
          .parameter("f", -1)
          .parameter("q", 1)
          .start(-0.54770787, 0.73876479, -0.0049284531)
          .period(26.958)
          .exponent(0.06444)
          .citation(
              "Wang, Sun, van Wyk, Qi and van Wyk, A 3-D four-wing attractor and its "
                  + "analysis, Braz. J. Phys. 39 (2009) 547-553");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double a = parameters[0];
    double b = parameters[1];
    double d = parameters[2];
    double e = parameters[3];
    double f = parameters[4];
    double q = parameters[5];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = a * x + q * y * z;
    velocity[1] = b * x + d * y - x * z;
    velocity[2] = e * z + f * x * y;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double d = parameters[2];
    double e = parameters[3];
    double f = parameters[4];
    double q = parameters[5];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = a;
    jacobian[1] = q * z;
    jacobian[2] = q * y;
    jacobian[3] = b - z;
    jacobian[4] = d;
    jacobian[5] = -x;
    jacobian[6] = f * y;
    jacobian[7] = f * x;
    jacobian[8] = e;
  }
}
