package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Low-frequency acoustic-gravity waves: the Lorenz system with rotation. Largest exponent: measured
 * for this project (tangent dynamics with QR, Dormand-Prince at 1e-9, 8 batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class LorenzStenflo implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("LorenzStenflo", 4)
          .parameter("a", 2)
          .parameter("b", 0.7)
          .parameter("c", 26)
          .parameter("d", 1.5)
          .start(4.233438598886809, 9.08970605484108, 21.86662535600487, -1.4080695182833802)
          .period(3.88771)
          .exponent(0.3822)
          .citation(
              "Stenflo, Generalized Lorenz equations for acoustic-gravity waves in "
                  + "the atmosphere, Phys. Scr. 53 (1996) 83-84");

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
    velocity[0] = a * (y - x) + d * w;
    velocity[1] = x * (c - z) - y;
    velocity[2] = x * y - b * z;
    velocity[3] = -x - a * w;
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
    jacobian[3] = d;
    jacobian[4] = c - z;
    jacobian[5] = -1;
    jacobian[6] = -x;
    jacobian[8] = y;
    jacobian[9] = x;
    jacobian[10] = -b;
    jacobian[12] = -1;
    jacobian[15] = -a;
  }
}
