package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * The four-scroll flow of Lü, Chen and Cheng. Largest exponent: measured for this project (tangent
 * dynamics with QR, Dormand-Prince at 1e-9, 8 batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class LuChenCheng implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("LuChenCheng", 3)
          .parameter("a", -10)
          .parameter("b", -4)
          .parameter("c", 18.1)
          .start(-5.5177615, 2.4990595, 10.461798)
          .period(0.92333)
          .exponent(0.2655)
          .citation(
              "Lü, Chen, Cheng, A new chaotic system and beyond, Int. J. Bifurc. "
                  + "Chaos 14 (2004) 1507-1537");

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
    velocity[0] = -(a * b) / (a + b) * x - y * z + c;
    velocity[1] = a * y + x * z;
    velocity[2] = b * z + x * y;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = -(a * b) / (a + b);
    jacobian[1] = -z;
    jacobian[2] = -y;
    jacobian[3] = z;
    jacobian[4] = a;
    jacobian[5] = x;
    jacobian[6] = y;
    jacobian[7] = x;
    jacobian[8] = b;
  }
}
