package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SwitchingSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;

/**
 * A thermostatted oscillator with a relay, whose attractor nearly fills space. The sign of z jumps.
 */
@AutoService(ChaoticSystem.class)
public final class SprottMore implements SwitchingSystem {
  private static final SystemCard CARD =
      SystemCard.of("SprottMore", 3)
          .start(-1.3396906, -0.21238338, 0.32982163)
          .period(6.621)
          .citation("Sprott, Do we need more chaos examples?, Chaos Theory Appl. 2 (2020) 49-51");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public SystemTraits traits() {
    return SystemTraits.none().smoothness(SystemTraits.Smoothness.DISCONTINUOUS);
  }

  @Override
  public int switchingCoordinate() {
    return 2;
  }

  @Override
  public double switchingLevel(double[] parameters) {
    return 0;
  }

  @Override
  public void derivative(double[] parameters, boolean above, double[] state, double[] velocity) {
    double x = state[0];
    double y = state[1];
    velocity[0] = y;
    velocity[1] = -x - (above ? y : -y);
    velocity[2] = y * y - StrictMath.exp(-x * x);
  }

  @Override
  public void jacobian(double[] parameters, boolean above, double[] state, double[] jacobian) {
    double x = state[0];
    double y = state[1];
    jacobian[1] = 1;
    jacobian[3] = -1;
    jacobian[4] = above ? -1 : 1;
    jacobian[6] = 2 * x / StrictMath.exp(x * x);
    jacobian[7] = 2 * y;
  }
}
