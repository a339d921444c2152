package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Rössler's single band. Largest exponent: Sprott, Chaos and Time-Series Analysis (2003): 0.0714,
 * 0, -5.3943.
 */
@AutoService(ChaoticSystem.class)
public final class Rossler implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("Rossler", 3)
          .parameter("a", 0.2)
          .parameter("b", 0.2)
          .parameter("c", 5.7)
          .start(6.5134412, 0.4772013, 0.34164294)
          .period(5.9086)
          .exponent(0.0714)
          .citation(
              "Rössler, An equation for continuous chaos, Phys. Lett. A 57 (1976) " + "397-398");

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
    velocity[0] = -y - z;
    velocity[1] = x + a * y;
    velocity[2] = b + z * (x - c);
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double c = parameters[2];
    double x = state[0];
    double z = state[2];
    jacobian[1] = -1;
    jacobian[2] = -1;
    jacobian[3] = 1;
    jacobian[4] = a;
    jacobian[6] = z;
    jacobian[8] = x - c;
  }
}
