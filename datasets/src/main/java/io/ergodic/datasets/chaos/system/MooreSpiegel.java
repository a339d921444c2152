package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * A thermally excited oscillator: a layer of fluid that heats or cools as it moves. Largest
 * exponent: tangent dynamics of this class with QR at tolerance 1e-8 over 3000 periods.
 */
@AutoService(ChaoticSystem.class)
public final class MooreSpiegel implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("MooreSpiegel", 3)
          .parameter("a", 10)
          .parameter("b", 4)
          .parameter("eps", 9)
          .start(-3.4733266, 19.666962, -3.8262485)
          .period(1.2887)
          .exponent(0.16)
          .citation(
              "Moore and Spiegel, A thermally excited nonlinear oscillator, Astrophys. J. "
                  + "143 (1966) 871-887");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double a = parameters[0];
    double b = parameters[1];
    double eps = parameters[2];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = y;
    velocity[1] = a * z;
    velocity[2] = eps * y - b * x - x * x * y - z;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double eps = parameters[2];
    double x = state[0];
    double y = state[1];
    jacobian[1] = 1;
    jacobian[5] = a;
    jacobian[6] = -b - 2 * x * y;
    jacobian[7] = eps - x * x;
    jacobian[8] = -1;
  }
}
