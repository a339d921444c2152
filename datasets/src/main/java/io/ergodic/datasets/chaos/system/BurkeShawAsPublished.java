package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * {@link BurkeShaw} as in the public database of chaotic systems: +y for -y in the second equation.
 * Data published under the name of the system come from this form. Largest exponent: an independent
 * run with QR, 2.31 +- 0.005.
 */
@AutoService(ChaoticSystem.class)
public final class BurkeShawAsPublished implements ChaoticSystem {
  private static final ChaoticSystem ORIGINAL = new BurkeShaw();
  private static final SystemCard CARD =
      SystemCard.of("BurkeShawAsPublished", 3)
          .parameter("e", 13)
          .parameter("n", 10)
          .start(-0.79153188, 0.65244479, 0.22517831)
          .period(0.78333)
          .exponent(2.31)
          .citation(
              "Shaw, Strange attractors, chaotic behavior, and information flow, Z. "
                  + "Naturforsch. A 36 (1981) 80-112");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    ORIGINAL.derivative(parameters, state, velocity);
    velocity[1] += 2 * state[1];
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    ORIGINAL.jacobian(parameters, state, jacobian);
    jacobian[4] += 2;
  }
}
