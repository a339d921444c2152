package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SwitchingSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;
import io.ergodic.datasets.kernel.StrictSine;

/**
 * A weakly forced oscillator in a double well on a belt that moves at speed vs: x'' = a x - b x^3 +
 * eps (gamma cos(w t) - T(x' - vs)) with the friction T(v) = t0 sign(v) - alpha v + beta v^3. The
 * state is x, its speed and the phase of the force. The motion sticks now and then, and locks to
 * every third period of the force.
 */
@AutoService(ChaoticSystem.class)
public final class StickSlipOscillator implements SwitchingSystem {
  private static final SystemCard CARD =
      SystemCard.of("StickSlipOscillator", 3)
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
    double a = parameters[0];
    double alpha = parameters[1];
    double b = parameters[2];
    double beta = parameters[3];
    double eps = parameters[4];
    double gamma = parameters[5];
    double t0 = parameters[6];
    double vs = parameters[7];
    double w = parameters[8];
    double x = state[0];
    double v = state[1];
    double z = state[2];
    velocity[0] = v;
    velocity[1] =
        a * x
            - b * x * x * x
            + eps
                * (gamma * StrictSine.cos(z)
                    + alpha * (v - vs)
                    - beta * (v - vs) * (v - vs) * (v - vs)
                    - (above ? t0 : -t0));
    velocity[2] = w;
  }

  @Override
  public void jacobian(double[] parameters, boolean above, double[] state, double[] jacobian) {
    double a = parameters[0];
    double alpha = parameters[1];
    double b = parameters[2];
    double beta = parameters[3];
    double eps = parameters[4];
    double gamma = parameters[5];
    double vs = parameters[7];
    double x = state[0];
    double v = state[1];
    double z = state[2];
    jacobian[1] = 1;
    jacobian[3] = a - 3 * x * x * b;
    jacobian[4] = eps * (alpha - 3 * beta * (v - vs) * (v - vs));
    jacobian[5] = -eps * gamma * StrictSine.sin(z);
  }
}
