package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SwitchingSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;

/**
 * {@link StickSlipOscillator} as in the public database of chaotic systems: the linear part of the
 * friction takes the speed of the mass instead of its speed relative to the belt. Data published
 * under the name of the system come from this form.
 */
@AutoService(ChaoticSystem.class)
public final class StickSlipOscillatorAsPublished implements SwitchingSystem {
  private static final SwitchingSystem ORIGINAL = new StickSlipOscillator();
  private static final SystemCard CARD =
      SystemCard.of("StickSlipOscillatorAsPublished", 3)
          .parameter("a", 1)
          .parameter("alpha", 0.3)
          .parameter("b", 1)
          .parameter("beta", 0.3)
          .parameter("eps", 0.05)
          .parameter("gamma", 1)
          .parameter("t0", 0.3)
          .parameter("vs", 0.4)
          .parameter("w", 2)
          .start(0.85539847, -0.39125834, 0)
          .period(1.6129)
          .citation(
              "Awrejcewicz and Holicke, Melnikov's method and stick-slip chaotic "
                  + "oscillations in very weakly forced mechanical systems, Int. J. Bifurc. Chaos"
                  + " 9 (1999) 505-518");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public SystemTraits traits() {
    return SystemTraits.none()
        .driven(2, 2 * Math.PI)
        .smoothness(SystemTraits.Smoothness.DISCONTINUOUS)
        .regime(SystemTraits.Regime.REGULAR);
  }

  @Override
  public int switchingCoordinate() {
    return 1;
  }

  @Override
  public double switchingLevel(double[] parameters) {
    return parameters[7];
  }

  @Override
  public boolean slides() {
    return true;
  }

  @Override
  public void derivative(double[] parameters, boolean above, double[] state, double[] velocity) {
    ORIGINAL.derivative(parameters, above, state, velocity);
    // alpha v instead of alpha (v - vs): a constant push of the belt, which no Jacobian sees
    velocity[1] += parameters[4] * parameters[1] * parameters[7];
  }

  @Override
  public void jacobian(double[] parameters, boolean above, double[] state, double[] jacobian) {
    ORIGINAL.jacobian(parameters, above, state, jacobian);
  }
}
