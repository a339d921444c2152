package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;

/**
 * Solar wind, magnetosphere and ionosphere in three variables: the current and voltage across the
 * tail and the pressure of the plasma sheet. The pressure enters the voltage by its square root. At
 * the standard parameters the long run is a limit cycle; at vsw = 5.5 the flow is chaotic.
 */
@AutoService(ChaoticSystem.class)
public final class WindmiReduced implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("WindmiReduced", 3)
          .parameter("a1", 0.247)
          .parameter("b1", 10.8)
          .parameter("b2", 0.0752)
          .parameter("b3", 1.06)
          .parameter("d1", 2200)
          .parameter("vsw", 5)
          .start(0.99212276, 4.9843391, 5184.8637)
          .period(12.56)
          .exponent(0)
          .citation(
              "Horton, Weigel and Sprott, Chaos and the limits of predictability for the "
                  + "solar-wind-driven magnetosphere-ionosphere system, Phys. Plasmas 8 (2001) "
                  + "2946-2952");

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
    double a1 = parameters[0];
    double b1 = parameters[1];
    double b2 = parameters[2];
    double b3 = parameters[3];
    double d1 = parameters[4];
    double vsw = parameters[5];
    double i = state[0];
    double v = state[1];
    double p = state[2];
    double unloading = Math.sqrt(vsw) * (1 + StrictMath.tanh(d1 * (i - 1))) / 2;
    velocity[0] = a1 * (vsw - v);
    velocity[1] = b1 * i - b2 * Math.sqrt(p) - b3 * v;
    velocity[2] = vsw * vsw - StrictMath.pow(p, 1.25) * unloading;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double d1 = parameters[4];
    double vsw = parameters[5];
    double i = state[0];
    double p = state[2];
    double gate = StrictMath.tanh(d1 * (i - 1));
    jacobian[1] = -parameters[0];
    jacobian[3] = parameters[1];
    jacobian[4] = -parameters[3];
    jacobian[5] = -parameters[2] / (2 * Math.sqrt(p));
    jacobian[6] = -StrictMath.pow(p, 1.25) * Math.sqrt(vsw) * d1 * (1 - gate * gate) / 2;
    jacobian[8] = -1.25 * StrictMath.pow(p, 0.25) * Math.sqrt(vsw) * (1 + gate) / 2;
  }
}
