package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * The generator with inertial nonlinearity of Anishchenko and Astakhov: a half-wave rectifier in
 * the feedback of an oscillator. Largest exponent: tangent dynamics of this class with QR at
 * tolerance 1e-8 over 400 periods.
 */
@AutoService(ChaoticSystem.class)
public final class AnishchenkoAstakhov implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("AnishchenkoAstakhov", 3)
          .parameter("eta", 0.5)
          .parameter("mu", 1.2)
          .start(3.6225814, 3.3226339, 1.9973142)
          .period(6.814)
          .exponent(0.0457)
          .citation(
              "Anishchenko, Astakhov, Neiman, Vadivasova, Schimansky-Geier, Nonlinear"
                  + " Dynamics of Chaotic and Stochastic Systems, Springer (2007)");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double eta = parameters[0];
    double mu = parameters[1];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    double rectified = Math.max(0, x);
    velocity[0] = mu * x + y - x * z;
    velocity[1] = -x;
    velocity[2] = -eta * z + eta * rectified * rectified;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double eta = parameters[0];
    double mu = parameters[1];
    double x = state[0];
    double z = state[2];
    jacobian[0] = mu - z;
    jacobian[1] = 1;
    jacobian[2] = -x;
    jacobian[3] = -1;
    jacobian[6] = 2 * eta * Math.max(0, x);
    jacobian[8] = -eta;
  }
}
