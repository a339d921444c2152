package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * The cubic jerk of Arneodo, Coullet and Tresser: d3x/dt3 = -a x - b dx/dt - c d2x/dt2 + d x^3.
 * Largest exponent: measured for this project (tangent dynamics with QR, Dormand-Prince at 1e-9, 8
 * batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class Arneodo implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("Arneodo", 3)
          .parameter("a", -5.5)
          .parameter("b", 4.5)
          .parameter("c", 1)
          .parameter("d", -1)
          .start(-2.7515698, 0.19079818, 3.4703629)
          .period(3.1641)
          .exponent(0.2017)
          .citation(
              "Arneodo, Coullet, Tresser, Occurence of strange attractors in three-"
                  + "dimensional Volterra equations, Phys. Lett. A 79 (1980) 259-263");

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
    velocity[0] = y;
    velocity[1] = z;
    velocity[2] = -a * x - b * y - c * z + d * x * x * x;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double c = parameters[2];
    double d = parameters[3];
    double x = state[0];
    jacobian[1] = 1;
    jacobian[5] = 1;
    jacobian[6] = -a + 3 * d * x * x;
    jacobian[7] = -b;
    jacobian[8] = -c;
  }
}
