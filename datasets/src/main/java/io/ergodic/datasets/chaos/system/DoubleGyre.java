package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;
import io.ergodic.datasets.kernel.StrictSine;

/**
 * Paths of fluid in two gyres whose border swings to and fro. Largest exponent: measured for this
 * project (tangent dynamics with QR, Dormand-Prince at 1e-9, 8 batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class DoubleGyre implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("DoubleGyre", 3)
          .parameter("alpha", 0.1)
          .parameter("eps", 0.1)
          .parameter("omega", 0.62832)
          .start(1.5327241, 0.99802126, 2.6069655)
          .period(13.953)
          .exponent(0.06255)
          .citation(
              "Shadden, Lekien, Marsden, Definition and properties of Lagrangian "
                  + "coherent structures from finite-time Lyapunov exponents in two-"
                  + "dimensional aperiodic flows, Physica D 212 (2005) 271-304");
  private static final SystemTraits TRAITS =
      SystemTraits.none().driven(2, 2 * Math.PI).asHamiltonian().asVolumePreserving();

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
    double alpha = parameters[0];
    double eps = parameters[1];
    double omega = parameters[2];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    double swing = eps * StrictSine.sin(z);
    double f = swing * x * x + (1 - 2 * swing) * x;
    double slope = 2 * swing * x + 1 - 2 * swing;
    velocity[0] = -Math.PI * alpha * StrictSine.sin(Math.PI * f) * StrictSine.cos(Math.PI * y);
    velocity[1] =
        Math.PI * alpha * StrictSine.cos(Math.PI * f) * StrictSine.sin(Math.PI * y) * slope;
    velocity[2] = omega;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double alpha = parameters[0];
    double eps = parameters[1];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    double swing = eps * StrictSine.sin(z);
    double swingRate = eps * StrictSine.cos(z);
    double f = swing * x * x + (1 - 2 * swing) * x;
    double slope = 2 * swing * x + 1 - 2 * swing;
    double fRate = swingRate * (x * x - 2 * x);
    double slopeRate = swingRate * (2 * x - 2);
    double sinF = StrictSine.sin(Math.PI * f);
    double cosF = StrictSine.cos(Math.PI * f);
    double sinY = StrictSine.sin(Math.PI * y);
    double cosY = StrictSine.cos(Math.PI * y);
    double speed = Math.PI * alpha;
    jacobian[0] = -speed * Math.PI * cosF * slope * cosY;
    jacobian[1] = speed * Math.PI * sinF * sinY;
    jacobian[2] = -speed * Math.PI * cosF * fRate * cosY;
    jacobian[3] = speed * sinY * (2 * swing * cosF - Math.PI * sinF * slope * slope);
    jacobian[4] = speed * Math.PI * cosF * cosY * slope;
    jacobian[5] = speed * sinY * (cosF * slopeRate - Math.PI * sinF * fRate * slope);
  }
}
