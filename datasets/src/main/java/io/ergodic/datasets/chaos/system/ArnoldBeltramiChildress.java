package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;
import io.ergodic.datasets.kernel.StrictSine;

/**
 * Paths of fluid in the Arnold-Beltrami-Childress flow, a steady solution of the equations of Euler
 * on the torus. Largest exponent: tangent dynamics of this class with QR at tolerance 1e-8 over 400
 * periods.
 */
@AutoService(ChaoticSystem.class)
public final class ArnoldBeltramiChildress implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("ArnoldBeltramiChildress", 3)
          .parameter("a", 1.73205)
          .parameter("b", 1.41421)
          .parameter("c", 1)
          .start(3.3993979, 2.7700713, 6.0750519)
          .period(2.8508)
          .exponent(0.115)
          .citation(
              "Dombre, Frisch, Greene, Henon, Mehr, Soward, Chaotic streamlines in "
                  + "the ABC flows, J. Fluid Mech. 167 (1986) 353-391");
  private static final SystemTraits TRAITS =
      SystemTraits.none()
          .asVolumePreserving()
          .repeatingAlong(0, 2 * Math.PI)
          .repeatingAlong(1, 2 * Math.PI)
          .repeatingAlong(2, 2 * Math.PI);

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
    double a = parameters[0];
    double b = parameters[1];
    double c = parameters[2];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = a * StrictSine.sin(z) + c * StrictSine.cos(y);
    velocity[1] = b * StrictSine.sin(x) + a * StrictSine.cos(z);
    velocity[2] = c * StrictSine.sin(y) + b * StrictSine.cos(x);
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double c = parameters[2];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[1] = -c * StrictSine.sin(y);
    jacobian[2] = a * StrictSine.cos(z);
    jacobian[3] = b * StrictSine.cos(x);
    jacobian[5] = -a * StrictSine.sin(z);
    jacobian[6] = -b * StrictSine.sin(x);
    jacobian[7] = c * StrictSine.cos(y);
  }
}
