package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * A model of a Lorenz-like symmetric limit cycle that loses its symmetry. Largest exponent: tangent
 * dynamics of this class with QR at tolerance 1e-8 over 3000 periods.
 */
@AutoService(ChaoticSystem.class)
public final class ShimizuMorioka implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("ShimizuMorioka", 3)
          .parameter("a", 0.85)
          .parameter("b", 0.5)
          .start(0.016838697, 0.03489384, 0.35346848)
          .period(12.038)
          .exponent(0.0355)
          .citation(
              "Shimizu and Morioka, On the bifurcation of a symmetric limit cycle to an "
                  + "asymmetric one in a simple model, Phys. Lett. A 76 (1980) 201-204");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double a = parameters[0];
    double b = parameters[1];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = y;
    velocity[1] = x - a * y - x * z;
    velocity[2] = x * x - b * z;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double x = state[0];
    double z = state[2];
    jacobian[1] = 1;
    jacobian[3] = 1 - z;
    jacobian[4] = -a;
    jacobian[5] = -x;
    jacobian[6] = 2 * x;
    jacobian[8] = -b;
  }
}
