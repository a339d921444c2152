package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * A chaotic Lorenz flow that drives a second one, which alone would come to rest, through its first
 * variable. Largest exponent: tangent dynamics of this class with QR at tolerance 1e-8 over 3000
 * periods.
 */
@AutoService(ChaoticSystem.class)
public final class LorenzCoupled implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("LorenzCoupled", 6)
          .parameter("beta", 2.667)
          .parameter("eps", 2.85)
          .parameter("rho_1", 35)
          .parameter("rho_2", 1.15)
          .parameter("sigma", 10)
          .start(7.0921483, 10.117408, 25.708428, 2.1689893, 0.96121877, 0.89550187)
          .period(1.6207)
          .exponent(1.05)
          .citation(
              "Lorenz, Deterministic nonperiodic flow, J. Atmos. Sci. 20 (1963) 130-141; "
                  + "the drive: Pecora and Carroll, Phys. Rev. Lett. 64 (1990) 821-824");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double beta = parameters[0];
    double eps = parameters[1];
    double rho_1 = parameters[2];
    double rho_2 = parameters[3];
    double sigma = parameters[4];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    double u = state[3];
    double v = state[4];
    double w = state[5];
    velocity[0] = sigma * (y - x);
    velocity[1] = x * (rho_1 - z) - y;
    velocity[2] = x * y - beta * z;
    velocity[3] = sigma * (v - u) + eps * (x - u);
    velocity[4] = u * (rho_2 - w) - v;
    velocity[5] = u * v - beta * w;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double beta = parameters[0];
    double eps = parameters[1];
    double rho_1 = parameters[2];
    double rho_2 = parameters[3];
    double sigma = parameters[4];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    double u = state[3];
    double v = state[4];
    double w = state[5];
    jacobian[0] = -sigma;
    jacobian[1] = sigma;
    jacobian[6] = rho_1 - z;
    jacobian[7] = -1;
    jacobian[8] = -x;
    jacobian[12] = y;
    jacobian[13] = x;
    jacobian[14] = -beta;
    jacobian[18] = eps;
    jacobian[21] = -eps - sigma;
    jacobian[22] = sigma;
    jacobian[27] = rho_2 - w;
    jacobian[28] = -1;
    jacobian[29] = -u;
    jacobian[33] = v;
    jacobian[34] = u;
    jacobian[35] = -beta;
  }
}
