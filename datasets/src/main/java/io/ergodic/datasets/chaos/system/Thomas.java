package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.kernel.StrictSine;

/**
 * Thomas' cyclically symmetric flow with strong friction. Largest exponent: tangent dynamics of
 * this class with QR at tolerance 1e-8 over 12000 periods.
 */
@AutoService(ChaoticSystem.class)
public final class Thomas implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("Thomas", 3)
          .parameter("a", 1.85)
          .parameter("b", 10)
          .start(2.199442, 2.3634225, 3.220197)
          .period(4.969)
          .exponent(0.494)
          .citation(
              "Thomas, Deterministic chaos seen in terms of feedback circuits, Int. "
                  + "J. Bifurc. Chaos 9 (1999) 1889-1905");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double a = parameters[0];
    double b = parameters[1];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = -a * x + b * StrictSine.sin(y);
    velocity[1] = -a * y + b * StrictSine.sin(z);
    velocity[2] = -a * z + b * StrictSine.sin(x);
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = -a;
    jacobian[1] = b * StrictSine.cos(y);
    jacobian[4] = -a;
    jacobian[5] = b * StrictSine.cos(z);
    jacobian[6] = b * StrictSine.cos(x);
    jacobian[8] = -a;
  }
}
