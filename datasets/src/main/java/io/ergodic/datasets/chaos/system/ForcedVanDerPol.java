package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;
import io.ergodic.datasets.kernel.StrictSine;

/**
 * The triode oscillator of van der Pol under a sinusoidal voltage. At these parameters the drive
 * holds it on a limit cycle.
 */
@AutoService(ChaoticSystem.class)
public final class ForcedVanDerPol implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("ForcedVanDerPol", 3)
          .parameter("a", 1.2)
          .parameter("mu", 8.53)
          .parameter("w", 0.63)
          .start(-1.520504, 0.19640249, 2.5235315)
          .period(14.477)
          .citation(
              "van der Pol, van der Mark, Frequency demultiplication, Nature 120 "
                  + "(1927) 363-364");
  private static final SystemTraits TRAITS =
      SystemTraits.none().driven(2, 2 * Math.PI).regime(SystemTraits.Regime.REGULAR).asStiff();

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
    double a = parameters[0];
    double mu = parameters[1];
    double w = parameters[2];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = y;
    velocity[1] = mu * (1 - x * x) * y - x + a * StrictSine.sin(z);
    velocity[2] = w;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double mu = parameters[1];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[1] = 1;
    jacobian[3] = -2 * mu * x * y - 1;
    jacobian[4] = mu * (1 - x * x);
    jacobian[5] = a * StrictSine.cos(z);
  }
}
