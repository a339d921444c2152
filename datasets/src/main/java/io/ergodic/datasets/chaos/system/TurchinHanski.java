package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;
import io.ergodic.datasets.kernel.StrictSine;

/**
 * Voles and weasels through the seasons: prey, predator and the time in years, which runs without
 * bound. The growth rate is higher than in the paper, which keeps the oscillations chaotic. Largest
 * exponent: tangent dynamics of this class with QR at tolerance 1e-8 over 3000 periods.
 */
@AutoService(ChaoticSystem.class)
public final class TurchinHanski implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("TurchinHanski", 3)
          .parameter("a", 8)
          .parameter("d", 0.04)
          .parameter("e", 0.5)
          .parameter("g", 0.1)
          .parameter("h", 0.8)
          .parameter("lamb", 1)
          .parameter("r", 8.12)
          .parameter("s", 1.25)
          .start(0.018027788, 0.013649976, 0.85)
          .period(4.4053)
          .exponent(0.114)
          .citation(
              "Turchin and Hanski, An empirically based model for latitudinal gradient in "
                  + "vole population dynamics, Am. Nat. 149 (1997) 842-874");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public SystemTraits traits() {
    return SystemTraits.none().driven(2, 1);
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double a = parameters[0];
    double d = parameters[1];
    double e = parameters[2];
    double g = parameters[3];
    double h = parameters[4];
    double r = parameters[6];
    double s = parameters[7];
    double x = state[0];
    double y = state[1];
    double season = 1 - e * StrictSine.sin(2 * Math.PI * state[2]);
    velocity[0] = r * x * (season - x) - g * x * x / (x * x + h * h) - a * x * y / (x + d);
    velocity[1] = s * y * (season - y / x);
    velocity[2] = parameters[5];
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double d = parameters[1];
    double e = parameters[2];
    double g = parameters[3];
    double h = parameters[4];
    double r = parameters[6];
    double s = parameters[7];
    double x = state[0];
    double y = state[1];
    double season = 1 - e * StrictSine.sin(2 * Math.PI * state[2]);
    double change = -2 * Math.PI * e * StrictSine.cos(2 * Math.PI * state[2]);
    double generalist = x * x + h * h;
    double specialist = x + d;
    jacobian[0] =
        r * (season - 2 * x)
            - 2 * g * h * h * x / (generalist * generalist)
            - a * d * y / (specialist * specialist);
    jacobian[1] = -a * x / specialist;
    jacobian[2] = r * x * change;
    jacobian[3] = s * y * y / (x * x);
    jacobian[4] = s * (season - 2 * y / x);
    jacobian[5] = s * y * change;
  }
}
