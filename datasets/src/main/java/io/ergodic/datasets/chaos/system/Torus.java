package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;

/**
 * A line winding n times round the tube of a torus (radii r and a) while it goes round once,
 * written as a flow in space: every torus about the same circle is invariant, and all exponents are
 * zero. The standard n = 15.3 closes after ten rounds; take an irrational n for a true quasi-
 * periodic orbit.
 */
@AutoService(ChaoticSystem.class)
public final class Torus implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("Torus", 3)
          .parameter("n", 15.3)
          .parameter("r", 1)
          .start(1.5, 0, 0)
          .period(6.36)
          .exponent(0)
          .citation("Strogatz, Nonlinear Dynamics and Chaos, Addison-Wesley (1994), section 8.6");

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
    double n = parameters[0];
    double r = parameters[1];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    double distance = Math.sqrt(x * x + y * y);
    velocity[0] = -y - n * z * x / distance;
    velocity[1] = x - n * z * y / distance;
    velocity[2] = n * (distance - r);
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double n = parameters[0];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    double distance = Math.sqrt(x * x + y * y);
    double bend = n * z / (distance * distance * distance);
    jacobian[0] = -bend * y * y;
    jacobian[1] = -1 + bend * x * y;
    jacobian[2] = -n * x / distance;
    jacobian[3] = 1 + bend * x * y;
    jacobian[4] = -bend * x * x;
    jacobian[5] = -n * y / distance;
    jacobian[6] = n * x / distance;
    jacobian[7] = n * y / distance;
  }
}
