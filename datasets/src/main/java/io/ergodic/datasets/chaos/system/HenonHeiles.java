package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.EnergyConserving;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;

/**
 * A star in the field of an axisymmetric galaxy, with H = (px^2 + py^2 + x^2 + y^2) / 2 + lam (x^2
 * y - y^3 / 3). The start has the energy 1/6 - 0.0067 = 0.16, where nearly all orbits are chaotic;
 * {@link HenonHeilesRegular} has the start on a regular orbit. Largest exponent: tangent dynamics
 * of this class with QR at tolerance 1e-8 over 400 periods.
 */
@AutoService(ChaoticSystem.class)
public final class HenonHeiles implements EnergyConserving {
  private static final SystemCard CARD =
      SystemCard.of("HenonHeiles", 4)
          .parameter("lam", 1)
          .start(0, 0.1, 0.5483308, 0.1)
          .period(6.37)
          .exponent(0.111)
          .citation(
              "Henon, Heiles, The applicability of the third integral of motion: some"
                  + " numerical experiments, Astron. J. 69 (1964) 73-79");
  private static final SystemTraits TRAITS =
      SystemTraits.none().asHamiltonian().asVolumePreserving();

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public SystemTraits traits() {
    return TRAITS;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double lam = parameters[0];
    double x = state[0];
    double y = state[1];
    double px = state[2];
    double py = state[3];
    velocity[0] = px;
    velocity[1] = py;
    velocity[2] = -x - 2 * lam * x * y;
    velocity[3] = -y - lam * (x * x - y * y);
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double lam = parameters[0];
    double x = state[0];
    double y = state[1];
    jacobian[2] = 1;
    jacobian[7] = 1;
    jacobian[8] = -2 * lam * y - 1;
    jacobian[9] = -2 * lam * x;
    jacobian[12] = -2 * lam * x;
    jacobian[13] = 2 * lam * y - 1;
  }

  @Override
  public double energy(double[] parameters, double[] state) {
    double lam = parameters[0];
    double x = state[0];
    double y = state[1];
    double px = state[2];
    double py = state[3];
    return 0.5 * (px * px + py * py + x * x + y * y) + lam * (x * x * y - y * y * y / 3);
  }
}
