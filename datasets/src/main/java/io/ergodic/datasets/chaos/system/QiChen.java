package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * A double wing born from two bistable attractors; every equation has a product. Largest exponent:
 * tangent dynamics of this class with QR at tolerance 1e-8 over 3000 periods.
 */
@AutoService(ChaoticSystem.class)
public final class QiChen implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("QiChen", 3)
          .parameter("a", 38)
          .parameter("b", 2.666)
          .parameter("c", 80)
          .start(17.420882, 5.5459627, 78.89139)
          .period(0.39179)
          .exponent(4.02)
          .citation(
              "Qi, Chen, van Wyk, van Wyk and Zhang, A four-wing chaotic attractor "
                  + "generated from a new 3-D quadratic autonomous system, Chaos Solitons "
                  + "Fractals 38 (2008) 705-721");

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
    velocity[0] = a * (y - x) + y * z;
    velocity[1] = c * x + y - x * z;
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
    jacobian[1] = a + z;
    jacobian[2] = y;
    jacobian[3] = c - z;
    jacobian[4] = 1;
    jacobian[5] = -x;
    jacobian[6] = y;
    jacobian[7] = x;
    jacobian[8] = -b;
  }
}
