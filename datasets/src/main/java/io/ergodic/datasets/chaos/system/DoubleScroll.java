package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * The double-scroll circuit in dimensionless form, with a pair of diodes as its nonlinear resistor:
 * two voltages and a current. Largest exponent: tangent dynamics of this class with QR at tolerance
 * 1e-8 over 3000 periods.
 */
@AutoService(ChaoticSystem.class)
public final class DoubleScroll implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("DoubleScroll", 3)
          .parameter("beta", 11.6)
          .parameter("ir", 2.25e-5)
          .parameter("r1", 1.2)
          .parameter("r2", 3.44)
          .parameter("r4", 0.193)
          .start(-1.355006, -0.47623065, -0.62569017)
          .period(6)
          .exponent(0.0907)
          .citation(
              "Chang, Juul, Gauthier et al., Stabilizing unstable steady states using "
                  + "extended time-delay autosynchronization, Chaos 8 (1998) 782-790; Gauthier, "
                  + "Bollt, Griffith and Barbosa, Next generation reservoir computing, Nat. "
                  + "Commun. 12 (2021) 5564");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double beta = parameters[0];
    double ir = parameters[1];
    double r1 = parameters[2];
    double r2 = parameters[3];
    double r4 = parameters[4];
    double v = state[0];
    double w = state[1];
    double current = state[2];
    velocity[0] = v / r1 - (v - w) / r2 - 2 * ir * StrictMath.sinh(beta * (v - w));
    velocity[1] = (v - w) / r2 + 2 * ir * StrictMath.sinh(beta * (v - w)) - current;
    velocity[2] = w - r4 * current;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double beta = parameters[0];
    double ir = parameters[1];
    double r1 = parameters[2];
    double r2 = parameters[3];
    double r4 = parameters[4];
    double v = state[0];
    double w = state[1];
    jacobian[0] = 1 / r1 - 1 / r2 - 2 * ir * beta * StrictMath.cosh(beta * (v - w));
    jacobian[1] = 1 / r2 + 2 * ir * beta * StrictMath.cosh(beta * (v - w));
    jacobian[3] = 1 / r2 + 2 * ir * beta * StrictMath.cosh(beta * (v - w));
    jacobian[4] = -1 / r2 - 2 * ir * beta * StrictMath.cosh(beta * (v - w));
    jacobian[5] = -1;
    jacobian[7] = 1;
    jacobian[8] = -r4;
  }
}
