package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;

/**
 * Chua's circuit with five breakpoints in its resistor, which makes several scrolls. Largest
 * exponent: measured for this project (tangent dynamics with QR, Dormand-Prince at 1e-9, 8 batches
 * after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class MultiChua implements ChaoticSystem {
  private static final double[] BREAKS = {1, 2.15, 3.6, 8.2, 13};
  private static final double[] SLOPES = {-1.0 / 7, 2.0 / 7, -4.0 / 7, 2.0 / 7, -4.0 / 7, 2.0 / 7};
  private static final SystemCard CARD =
      SystemCard.of("MultiChua", 3)
          .parameter("a", 9)
          .parameter("b", 14.286)
          .start(-21.160123, 1.0322356, 27.405269)
          .period(2.2586)
          .exponent(0.2764)
          .citation(
              "Yalcin, Suykens and Vandewalle, Cellular Neural Networks, Multi-Scroll Chaos"
                  + " and Synchronization, World Scientific (2005)");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public SystemTraits traits() {
    return SystemTraits.none().smoothness(SystemTraits.Smoothness.KINKED);
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double x = state[0];
    double y = state[1];
    double z = state[2];
    double current = SLOPES[BREAKS.length] * x;
    for (int i = 0; i < BREAKS.length; i++) {
      double bend = Math.abs(x + BREAKS[i]) - Math.abs(x - BREAKS[i]);
      current += 0.5 * (SLOPES[i] - SLOPES[i + 1]) * bend;
    }
    velocity[0] = parameters[0] * (y - current);
    velocity[1] = x - y + z;
    velocity[2] = -parameters[1] * y;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    int piece = 0;
    while (piece < BREAKS.length && Math.abs(state[0]) > BREAKS[piece]) {
      piece++;
    }
    jacobian[0] = -parameters[0] * SLOPES[piece];
    jacobian[1] = parameters[0];
    jacobian[3] = 1;
    jacobian[4] = -1;
    jacobian[5] = 1;
    jacobian[7] = -parameters[1];
  }
}
