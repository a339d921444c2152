package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * The jerk system of Genesio and Tesi. Largest exponent: tangent dynamics of this class with QR at
 * tolerance 1e-8 over 12000 periods.
 */
@AutoService(ChaoticSystem.class)
public final class GenesioTesi implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("GenesioTesi", 3)
          .parameter("a", 0.44)
          .parameter("b", 1.1)
          .parameter("c", 1)
          .start(-0.053772565, -0.26162564, 0.33501557)
          .period(5.9431)
          .exponent(0.104)
          .citation(
              "Genesio, Tesi, Harmonic balance methods for the analysis of chaotic "
                  + "dynamics, Automatica 28 (1992) 531-548");

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
    velocity[0] = y;
    velocity[1] = z;
    velocity[2] = -c * x - b * y - a * z + x * x;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double c = parameters[2];
    double x = state[0];
    jacobian[1] = 1;
    jacobian[5] = 1;
    jacobian[6] = -c + 2 * x;
    jacobian[7] = -b;
    jacobian[8] = -a;
  }
}
