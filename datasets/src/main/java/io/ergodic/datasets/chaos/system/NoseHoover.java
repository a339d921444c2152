package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * The harmonic oscillator with the thermostat of Nose and Hoover: reversible, and it keeps volume
 * in the mean, so chaotic and regular orbits live side by side. Largest exponent: tangent dynamics
 * of this class with QR at tolerance 1e-8 over 4000 periods; it converges slowly.
 */
@AutoService(ChaoticSystem.class)
public final class NoseHoover implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("NoseHoover", 3)
          .parameter("a", 1.5)
          .start(-1.9758582, 0.24647527, 0.79024299)
          .period(5.8673)
          .exponent(0.015)
          .citation(
              "Hoover, Canonical dynamics: equilibrium phase-space distributions, Phys. "
                  + "Rev. A 31 (1985) 1695-1697; Posch, Hoover and Vesely, Phys. Rev. A 33 (1986)"
                  + " 4253-4265");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double a = parameters[0];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = y;
    velocity[1] = y * z - x;
    velocity[2] = a - y * y;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double y = state[1];
    double z = state[2];
    jacobian[1] = 1;
    jacobian[3] = -1;
    jacobian[4] = z;
    jacobian[5] = y;
    jacobian[7] = -2 * y;
  }
}
