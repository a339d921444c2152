package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Four species that compete: dx_i/dt = r_i x_i (1 - sum_j a_ij x_j), at the parameters of Vano et
 * al.; the paper gives 0.0203.
 */
@AutoService(ChaoticSystem.class)
public final class LotkaVolterra implements ChaoticSystem {
  private static final int SPECIES = 4;
  private static final SystemCard CARD =
      SystemCard.of("LotkaVolterra", 4)
          .parameter("r_1", 1)
          .parameter("r_2", 0.72)
          .parameter("r_3", 1.53)
          .parameter("r_4", 1.27)
          .parameter("a_1_1", 1)
          .parameter("a_1_2", 1.09)
          .parameter("a_1_3", 1.52)
          .parameter("a_1_4", 0)
          .parameter("a_2_1", 0)
          .parameter("a_2_2", 1)
          .parameter("a_2_3", 0.44)
          .parameter("a_2_4", 1.36)
          .parameter("a_3_1", 2.33)
          .parameter("a_3_2", 0)
          .parameter("a_3_3", 1)
          .parameter("a_3_4", 0.47)
          .parameter("a_4_1", 1.21)
          .parameter("a_4_2", 0.51)
          .parameter("a_4_3", 0.35)
          .parameter("a_4_4", 1)
          .start(0.3013, 0.4586, 0.1307, 0.3557)
          .period(32.8)
          .exponent(0.0203)
          .citation(
              "Vano, Wildenberg, Anderson, Noel and Sprott, Chaos in low-dimensional Lotka-"
                  + "Volterra models of competition, Nonlinearity 19 (2006) 2391-2404");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] x, double[] velocity) {
    for (int i = 0; i < SPECIES; i++) {
      velocity[i] = parameters[i] * x[i] * room(parameters, x, i);
    }
  }

  @Override
  public void jacobian(double[] parameters, double[] x, double[] jacobian) {
    for (int i = 0; i < SPECIES; i++) {
      for (int j = 0; j < SPECIES; j++) {
        jacobian[i * SPECIES + j] = -parameters[i] * x[i] * competition(parameters, i, j);
      }
      jacobian[i * SPECIES + i] += parameters[i] * room(parameters, x, i);
    }
  }

  /** The share of the carrying capacity of species i that no competitor takes. */
  private static double room(double[] parameters, double[] x, int i) {
    double room = 1;
    for (int j = 0; j < SPECIES; j++) {
      room -= competition(parameters, i, j) * x[j];
    }
    return room;
  }

  private static double competition(double[] parameters, int i, int j) {
    return parameters[SPECIES + SPECIES * i + j];
  }
}
