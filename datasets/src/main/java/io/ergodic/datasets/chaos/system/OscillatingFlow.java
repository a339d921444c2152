package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;
import io.ergodic.datasets.kernel.StrictSine;
import java.util.Map;

/**
 * A chain of convection rolls that sways: passive particles in the stream function of Solomon and
 * Gollub. The state is x, y and the phase of the sway; x wanders without bound. Largest exponent:
 * measured for this project (tangent dynamics with QR, Dormand-Prince at 1e-9, 8 batches after 200
 * periods).
 */
@AutoService(ChaoticSystem.class)
public final class OscillatingFlow implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("OscillatingFlow", 3)
          .parameter("b", 0.48)
          .parameter("k", 1)
          .parameter("omega", 0.49)
          .parameter("u", 0.72)
          .start(3.1415927, 1.0471975, 0.4)
          .period(23.857)
          .exponent(0.09248)
          .citation(
              "Solomon and Gollub, Chaotic particle transport in time-dependent Rayleigh-"
                  + "Benard convection, Phys. Rev. A 38 (1988) 6280-6286");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public SystemTraits traits() {
    return SystemTraits.none()
        .driven(2, 2 * Math.PI)
        .repeatingAlong(0, 2 * Math.PI)
        .asHamiltonian()
        .asVolumePreserving();
  }

  @Override
  public Map<Integer, Double> periodic(double[] parameters) {
    return Map.of(0, 2 * Math.PI / Math.abs(parameters[1]), 2, 2 * Math.PI);
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double b = parameters[0];
    double k = parameters[1];
    double omega = parameters[2];
    double u = parameters[3];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = u * StrictSine.cos(k * y) * StrictSine.sin(k * (x + b * StrictSine.sin(z)));
    velocity[1] = -u * StrictSine.sin(k * y) * StrictSine.cos(k * (x + b * StrictSine.sin(z)));
    velocity[2] = omega;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double b = parameters[0];
    double k = parameters[1];
    double u = parameters[3];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = k * u * StrictSine.cos(k * y) * StrictSine.cos(k * (b * StrictSine.sin(z) + x));
    jacobian[1] = -k * u * StrictSine.sin(k * y) * StrictSine.sin(k * (b * StrictSine.sin(z) + x));
    jacobian[2] =
        b
            * k
            * u
            * StrictSine.cos(z)
            * StrictSine.cos(k * y)
            * StrictSine.cos(k * (b * StrictSine.sin(z) + x));
    jacobian[3] = k * u * StrictSine.sin(k * y) * StrictSine.sin(k * (b * StrictSine.sin(z) + x));
    jacobian[4] = -k * u * StrictSine.cos(k * y) * StrictSine.cos(k * (b * StrictSine.sin(z) + x));
    jacobian[5] =
        b
            * k
            * u
            * StrictSine.sin(k * y)
            * StrictSine.sin(k * (b * StrictSine.sin(z) + x))
            * StrictSine.cos(z);
  }
}
