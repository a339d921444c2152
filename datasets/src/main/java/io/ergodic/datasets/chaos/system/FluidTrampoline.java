package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SwitchingSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;
import io.ergodic.datasets.kernel.StrictSine;

/**
 * A droplet bouncing on a vibrated soap film: height x, speed y; below zero the film pulls like a
 * spring with a drag that jumps in at contact. From the standard start it is chaotic for hundreds
 * to thousands of periods of the drive and then bounces in step with every second one.
 */
@AutoService(ChaoticSystem.class)
public final class FluidTrampoline implements SwitchingSystem {
  private static final SystemCard CARD =
      SystemCard.of("FluidTrampoline", 3)
          .parameter("gamma", 1.82)
          .parameter("psi", 0.01019)
          .parameter("w", 1.21)
          .start(-0.65820064, -2.8807787, 0.1)
          .period(7.7351)
          .citation(
              "Gilet, Bush, The fluid trampoline: droplets bouncing on a soap film, "
                  + "J. Fluid Mech. 625 (2009) 167-203");
  private static final SystemTraits TRAITS =
      SystemTraits.none()
          .driven(2, 2 * Math.PI)
          .smoothness(SystemTraits.Smoothness.DISCONTINUOUS)
          .regime(SystemTraits.Regime.TRANSIENT);

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public SystemTraits traits() {
    return TRAITS;
  }

  @Override
  public int switchingCoordinate() {
    return 0;
  }

  @Override
  public double switchingLevel(double[] parameters) {
    return 0;
  }

  @Override
  public void derivative(double[] parameters, boolean above, double[] state, double[] velocity) {
    double gamma = parameters[0];
    double psi = parameters[1];
    double w = parameters[2];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = y;
    velocity[1] = -1 + gamma * StrictSine.cos(z) - (above ? 0 : x + psi * y * Math.abs(y));
    velocity[2] = w;
  }

  @Override
  public void jacobian(double[] parameters, boolean above, double[] state, double[] jacobian) {
    double gamma = parameters[0];
    double psi = parameters[1];
    double y = state[1];
    double z = state[2];
    jacobian[1] = 1;
    jacobian[3] = above ? 0 : -1;
    jacobian[4] = above ? 0 : -2 * psi * Math.abs(y);
    jacobian[5] = -gamma * StrictSine.sin(z);
  }
}
