package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Mixed-mode oscillations of an isothermal autocatalytic reaction; the second and third species are
 * faster by sigma and delta. Largest exponent: measured for this project (tangent dynamics with QR,
 * Dormand-Prince at 1e-9, 8 batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class IsothermalChemical implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("IsothermalChemical", 3)
          .parameter("delta", 1)
          .parameter("kappa", 2.5)
          .parameter("mu", 0.29786)
          .parameter("sigma", 0.013)
          .start(0.51415056, 0.99842882, 1.0061777)
          .period(0.73028)
          .exponent(0.1178)
          .citation(
              "Petrov, Scott, Showalter, Mixed-mode oscillations in chemical systems,"
                  + " J. Chem. Phys. 97 (1992) 6191-6198");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double delta = parameters[0];
    double kappa = parameters[1];
    double mu = parameters[2];
    double sigma = parameters[3];
    double alpha = state[0];
    double beta = state[1];
    double gamma = state[2];
    velocity[0] = mu * (kappa + gamma) - alpha * beta * beta - alpha;
    velocity[1] = (alpha * beta * beta + alpha - beta) / sigma;
    velocity[2] = (beta - gamma) / delta;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double delta = parameters[0];
    double mu = parameters[2];
    double sigma = parameters[3];
    double alpha = state[0];
    double beta = state[1];
    jacobian[0] = -beta * beta - 1;
    jacobian[1] = -2 * alpha * beta;
    jacobian[2] = mu;
    jacobian[3] = (beta * beta + 1) / sigma;
    jacobian[4] = (2 * alpha * beta - 1) / sigma;
    jacobian[7] = 1 / (delta);
    jacobian[8] = -1 / delta;
  }
}
