package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;

/**
 * Mixed-mode oscillations of the Belousov-Zhabotinsky reaction in three variables. At the standard
 * parameters the long run is a limit cycle, so the largest exponent is zero.
 */
@AutoService(ChaoticSystem.class)
public final class KawczynskiStrizhak implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("KawczynskiStrizhak", 3)
          .parameter("beta", -0.4)
          .parameter("gamma", 0.49)
          .parameter("kappa", 0.2)
          .parameter("mu", 2.1)
          .start(-1.160501, 5.8636902, -1.2031947)
          .period(10.992)
          .exponent(0)
          .citation(
              "Strizhak and Kawczynski, Regularities in complex transient oscillations in "
                  + "the Belousov-Zhabotinsky reaction, J. Phys. Chem. 99 (1995) 10830-10833");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public SystemTraits traits() {
    return SystemTraits.none().regime(SystemTraits.Regime.REGULAR);
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double beta = parameters[0];
    double gamma = parameters[1];
    double kappa = parameters[2];
    double mu = parameters[3];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = gamma * (y - x * x * x + 3 * mu * x);
    velocity[1] = -2 * mu * x - y - z + beta;
    velocity[2] = kappa * (x - z);
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double gamma = parameters[1];
    double kappa = parameters[2];
    double mu = parameters[3];
    double x = state[0];
    jacobian[0] = gamma * (3 * mu - 3 * x * x);
    jacobian[1] = gamma;
    jacobian[3] = -2 * mu;
    jacobian[4] = -1;
    jacobian[5] = -1;
    jacobian[6] = kappa;
    jacobian[8] = -kappa;
  }
}
