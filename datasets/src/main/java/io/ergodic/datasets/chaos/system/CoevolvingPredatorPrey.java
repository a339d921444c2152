package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;

/**
 * Predators and prey whose defence evolves: prey x, predator y and mean trait alpha, which climbs
 * the gradient of the fitness of a rare mutant at the rate vv. Largest exponent: tangent dynamics
 * of this class with QR at tolerance 1e-8 over 400 periods.
 */
@AutoService(ChaoticSystem.class)
public final class CoevolvingPredatorPrey implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("CoevolvingPredatorPrey", 3)
          .parameter("a1", 2.5)
          .parameter("a2", 0.05)
          .parameter("a3", 0.4)
          .parameter("b1", 6)
          .parameter("b2", 1.333)
          .parameter("d1", 0.16)
          .parameter("d2", 0.004)
          .parameter("k1", 6)
          .parameter("k2", 9)
          .parameter("k4", 9)
          .parameter("vv", 0.33333)
          .start(0.10946017, 0.46664421, 0.66580212)
          .period(122.77)
          .exponent(0.00258)
          .citation(
              "Gilpin, Feldman, A phase transition induces chaos in a predator-prey "
                  + "ecosystem with a dynamic fitness landscape, PLoS Comput. Biol. 13 "
                  + "(2017) e1005644");
  private static final SystemTraits TRAITS = SystemTraits.none().asStiff();

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public SystemTraits traits() {
    return TRAITS;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double a1 = parameters[0];
    double a2 = parameters[1];
    double a3 = parameters[2];
    double b1 = parameters[3];
    double b2 = parameters[4];
    double d1 = parameters[5];
    double d2 = parameters[6];
    double k1 = parameters[7];
    double k2 = parameters[8];
    double k4 = parameters[9];
    double vv = parameters[10];
    double x = state[0];
    double y = state[1];
    double alpha = state[2];
    velocity[0] = x * (a1 * alpha / (1 + b1 * alpha) - d1 - a3 * y / (1 + b2 * x));
    velocity[1] = y * (a2 * x / (1 + b2 * x) - d2);
    velocity[2] =
        vv
            * (-a1 * k1 * x * alpha / (1 + b1 * alpha)
                + d1 * (2 * k2 * alpha - 4 * k4 * alpha * alpha * alpha));
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a1 = parameters[0];
    double a2 = parameters[1];
    double a3 = parameters[2];
    double b1 = parameters[3];
    double b2 = parameters[4];
    double d1 = parameters[5];
    double d2 = parameters[6];
    double k1 = parameters[7];
    double k2 = parameters[8];
    double k4 = parameters[9];
    double vv = parameters[10];
    double x = state[0];
    double y = state[1];
    double alpha = state[2];
    jacobian[0] =
        a1 * alpha / (alpha * b1 + 1)
            + a3 * b2 * x * y / ((b2 * x + 1) * (b2 * x + 1))
            - a3 * y / (b2 * x + 1)
            - d1;
    jacobian[1] = -a3 * x / (b2 * x + 1);
    jacobian[2] =
        x * (-a1 * alpha * b1 / ((alpha * b1 + 1) * (alpha * b1 + 1)) + a1 / (alpha * b1 + 1));
    jacobian[3] = y * (-a2 * b2 * x / ((b2 * x + 1) * (b2 * x + 1)) + a2 / (b2 * x + 1));
    jacobian[4] = a2 * x / (b2 * x + 1) - d2;
    jacobian[6] = -a1 * alpha * k1 * vv / (alpha * b1 + 1);
    jacobian[8] =
        vv
            * (a1 * alpha * b1 * k1 * x / ((alpha * b1 + 1) * (alpha * b1 + 1))
                - a1 * k1 * x / (alpha * b1 + 1)
                + d1 * (-12 * k4 * alpha * alpha + 2 * k2));
  }
}
