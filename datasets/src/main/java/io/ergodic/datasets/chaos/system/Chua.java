package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Chua's circuit with its piecewise linear diode: the double scroll. Largest exponent: measured for
 * this project (tangent dynamics with QR, Dormand-Prince at 1e-9, 8 batches after 200 periods). The
 * Jacobian is that of the linear piece the state lies in.
 */
@AutoService(ChaoticSystem.class)
public final class Chua implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("Chua", 3)
          .parameter("alpha", 15.6)
          .parameter("beta", 28)
          .parameter("m0", -1.142857)
          .parameter("m1", -0.71429)
          .start(1.1262351, -0.11386474, -0.78324421)
          .period(1.4235)
          .exponent(0.433)
          .citation(
              "Matsumoto, Chua, Komuro, The double scroll, IEEE Trans. Circuits "
                  + "Syst. 32 (1985) 797-818");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double alpha = parameters[0];
    double beta = parameters[1];
    double m0 = parameters[2];
    double m1 = parameters[3];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] =
        alpha * (y - x - (m1 * x + 0.5 * (m0 - m1) * (Math.abs(x + 1) - Math.abs(x - 1))));
    velocity[1] = x - y + z;
    velocity[2] = -beta * y;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double alpha = parameters[0];
    double beta = parameters[1];
    double m0 = parameters[2];
    double m1 = parameters[3];
    double x = state[0];
    jacobian[0] = -alpha * (1 + (Math.abs(x) < 1 ? m0 : m1));
    jacobian[1] = alpha;
    jacobian[3] = 1;
    jacobian[4] = -1;
    jacobian[5] = 1;
    jacobian[7] = -beta;
  }
}
