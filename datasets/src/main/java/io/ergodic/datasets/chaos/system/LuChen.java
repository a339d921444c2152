package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * The flow of Lu and Chen, which takes the shape of the Lorenz or of the Chen attractor as c grows.
 * Largest exponent: tangent dynamics of this class with QR at tolerance 1e-8 over 3000 periods.
 */
@AutoService(ChaoticSystem.class)
public final class LuChen implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("LuChen", 3)
          .parameter("a", 36)
          .parameter("b", 3)
          .parameter("c", 18)
          .start(10.956479, 9.8813092, 22.676714)
          .period(2.3385)
          .exponent(0.312)
          .citation(
              "Lu and Chen, A new chaotic attractor coined, Int. J. Bifurc. Chaos 12 (2002)"
                  + " 659-661");

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
    velocity[1] = c * y - x * z;
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
    jacobian[3] = -z;
    jacobian[4] = c;
    jacobian[5] = -x;
    jacobian[6] = y;
    jacobian[7] = x;
    jacobian[8] = -b;
  }
}
