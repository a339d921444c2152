package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;

/**
 * Two coupled oscillators of widely spaced frequencies with a nonlinearity that keeps the energy, a
 * normal form for regime changes of the atmosphere. Largest exponent: tangent dynamics of this
 * class with QR at tolerance 1e-8 over 400 periods.
 */
@AutoService(ChaoticSystem.class)
public final class AtmosphericRegime implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("AtmosphericRegime", 3)
          .parameter("alpha", -2)
          .parameter("beta", -5)
          .parameter("mu1", 0.05)
          .parameter("mu2", -0.01)
          .parameter("omega", 3)
          .parameter("sigma", 1.1)
          .start(0.02654419, 0.20580773, 0.4375812)
          .period(89.595)
          .exponent(0.0106)
          .citation(
              "Tuwankotta, Chaos in a coupled oscillators system with widely spaced "
                  + "frequencies and energy-preserving non-linearity, Int. J. Non-Linear "
                  + "Mech. 41 (2006) 180-191");
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
    double alpha = parameters[0];
    double beta = parameters[1];
    double mu1 = parameters[2];
    double mu2 = parameters[3];
    double omega = parameters[4];
    double sigma = parameters[5];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = mu1 * x + sigma * x * y;
    velocity[1] = mu2 * y + omega * z + alpha * y * z + beta * z * z - sigma * x * x;
    velocity[2] = mu2 * z - omega * y - alpha * y * y - beta * y * z;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double alpha = parameters[0];
    double beta = parameters[1];
    double mu1 = parameters[2];
    double mu2 = parameters[3];
    double omega = parameters[4];
    double sigma = parameters[5];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = mu1 + sigma * y;
    jacobian[1] = sigma * x;
    jacobian[3] = -2 * sigma * x;
    jacobian[4] = alpha * z + mu2;
    jacobian[5] = alpha * y + 2 * beta * z + omega;
    jacobian[7] = -2 * alpha * y - beta * z - omega;
    jacobian[8] = -beta * y + mu2;
  }
}
