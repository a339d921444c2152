package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Hyperchaos from the Lu flow with linear feedback. Largest exponent: tangent dynamics of this
 * class with QR at tolerance 1e-8 over 400 periods.
 */
@AutoService(ChaoticSystem.class)
public final class HyperPang implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("HyperPang", 4)
          .parameter("a", 36)
          .parameter("b", 3)
          .parameter("c", 20)
          .parameter("d", 2)
          .start(8.4086358, 4.6721024, 27.910325, -1.2630089)
          .period(0.84394)
          .exponent(1.37)
          .citation(
              "Pang, Liu, A new hyperchaotic system from the Lu system and its "
                  + "control, J. Comput. Appl. Math. 235 (2011) 2775-2789");

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
    velocity[1] = -x * z + c * y + w;
    velocity[2] = x * y - b * z;
    velocity[3] = -d * x - d * y;
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
    jacobian[4] = -z;
    jacobian[5] = c;
    jacobian[6] = -x;
    jacobian[7] = 1;
    jacobian[8] = y;
    jacobian[9] = x;
    jacobian[10] = -b;
    jacobian[12] = -d;
    jacobian[13] = -d;
  }
}
