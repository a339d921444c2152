package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * A continuous-time recurrent network of three model neurons, tau_i dx_i/dt = -x_i + sum_j w_ij
 * s(x_j + theta_j) with the logistic s; weights, thresholds and time constants are fixed, gain
 * multiplies all weights. Largest exponent: measured for this project (tangent dynamics with QR,
 * Dormand-Prince at 1e-9, 8 batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class BeerRNN implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("BeerRNN", 3)
          .parameter("gain", 1)
          .start(1.5014532, 2.3742845, 0.65819415)
          .period(181.58)
          .exponent(0.009838)
          .citation(
              "Beer, On the dynamics of small continuous-time recurrent neural "
                  + "networks, Adaptive Behavior 3 (1995) 469-509");

  private static final double[] TAU = {1, 2.5, 1};
  private static final double[] THETA = {-4.108, -2.787, -1.114};
  private static final double[][] WEIGHTS = {
    {5.422, -0.018, 2.75}, {-0.24, 4.59, 1.21}, {0.535, -2.25, 3.885}
  };

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double gain = parameters[0];
    for (int i = 0; i < 3; i++) {
      double sum = 0;
      for (int j = 0; j < 3; j++) {
        sum += WEIGHTS[i][j] * logistic(state[j] + THETA[j]);
      }
      velocity[i] = (gain * sum - state[i]) / TAU[i];
    }
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double gain = parameters[0];
    for (int j = 0; j < 3; j++) {
      double active = logistic(state[j] + THETA[j]);
      for (int i = 0; i < 3; i++) {
        double leak = i == j ? 1 : 0;
        jacobian[3 * i + j] = (gain * WEIGHTS[i][j] * active * (1 - active) - leak) / TAU[i];
      }
    }
  }

  private static double logistic(double value) {
    return 1 / (1 + StrictMath.exp(-value));
  }
}
