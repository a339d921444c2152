package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Lorenz's truncation of Rayleigh-Benard convection. Largest exponent: Sprott, Chaos and
 * Time-Series Analysis (2003): 0.9056, 0, -14.5723.
 */
@AutoService(ChaoticSystem.class)
public final class Lorenz implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("Lorenz", 3)
          .parameter("beta", 8.0 / 3)
          .parameter("rho", 28)
          .parameter("sigma", 10)
          .start(-9.7869288, -15.03852, 20.533978)
          .period(1.5008)
          .exponent(0.9056)
          .citation(
              "Lorenz, Deterministic nonperiodic flow, J. Atmos. Sci. 20 (1963) " + "130-141");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double beta = parameters[0];
    double rho = parameters[1];
    double sigma = parameters[2];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = sigma * (y - x);
    velocity[1] = x * (rho - z) - y;
    velocity[2] = x * y - beta * z;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double beta = parameters[0];
    double rho = parameters[1];
    double sigma = parameters[2];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = -sigma;
    jacobian[1] = sigma;
    jacobian[3] = rho - z;
    jacobian[4] = -1;
    jacobian[5] = -x;
    jacobian[6] = y;
    jacobian[7] = x;
    jacobian[8] = -beta;
  }
}
