package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * A frustrated network of six neurons, dx_i/dt = -x_i / tau + (1 + tanh(eps sum_j k_ij x_j)) / 2 -
 * beta, with fixed connections. Largest exponent: tangent dynamics of this class with QR at
 * tolerance 1e-8 over 200 periods.
 */
@AutoService(ChaoticSystem.class)
public final class Hopfield implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("Hopfield", 6)
          .parameter("beta", 0.5)
          .parameter("eps", 10)
          .parameter("tau", 2.5)
          .start(-0.67127393, -0.2420173, -0.055676628, 0.34697948, 0.45273118, 0.78389688)
          .period(10.865)
          .exponent(0.0702)
          .citation(
              "Lewis, Glass, Nonlinear dynamics and symbolic dynamics of neural "
                  + "networks, Neural Computation 4 (1992) 621-642");

  private static final double[][] CONNECTIONS = {
    {0, -1, 0, 0, -1, -1},
    {0, 0, 0, -1, -1, -1},
    {-1, -1, 0, 0, -1, 0},
    {-1, -1, -1, 0, 0, 0},
    {-1, -1, 0, -1, 0, 0},
    {0, -1, -1, -1, 0, 0}
  };

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double beta = parameters[0];
    double eps = parameters[1];
    double tau = parameters[2];
    for (int i = 0; i < 6; i++) {
      double drive = 0;
      for (int j = 0; j < 6; j++) {
        drive += CONNECTIONS[i][j] * state[j];
      }
      velocity[i] = -state[i] / tau + 0.5 * (1 + StrictMath.tanh(eps * drive)) - beta;
    }
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double eps = parameters[1];
    double tau = parameters[2];
    for (int i = 0; i < 6; i++) {
      double drive = 0;
      for (int j = 0; j < 6; j++) {
        drive += CONNECTIONS[i][j] * state[j];
      }
      double active = StrictMath.tanh(eps * drive);
      double slope = 0.5 * eps * (1 - active * active);
      for (int j = 0; j < 6; j++) {
        jacobian[6 * i + j] = slope * CONNECTIONS[i][j] - (i == j ? 1 / tau : 0);
      }
    }
  }
}
