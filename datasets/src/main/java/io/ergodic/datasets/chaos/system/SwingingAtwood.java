package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;
import io.ergodic.datasets.kernel.StrictSine;

/**
 * An Atwood machine whose mass m1 swings as well, against the counterweight m2: length r, angle,
 * and their momenta; H = p_r^2 / (2 (m1 + m2)) + p_a^2 / (2 m1 r^2) + g r (m2 - m1 cos a). Largest
 * exponent: measured for this project (tangent dynamics with QR, Dormand-Prince at 1e-9, 8 batches
 * after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class SwingingAtwood implements ChaoticSystem {
  private static final double GRAVITY = 9.82;
  private static final SystemCard CARD =
      SystemCard.of("SwingingAtwood", 4)
          .parameter("m1", 1)
          .parameter("m2", 4.5)
          .start(0.113296, 1.5707963, 0.10992, 0.17747)
          .period(0.34176)
          .exponent(0.19)
          .citation(
              "Tufillaro, Abbott and Griffiths, Swinging Atwood's machine, Am. J. Phys. 52 "
                  + "(1984) 895-903");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public SystemTraits traits() {
    return SystemTraits.none().repeatingAlong(1, 2 * Math.PI).asHamiltonian().asVolumePreserving();
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double m1 = parameters[0];
    double m2 = parameters[1];
    double r = state[0];
    double angle = state[1];
    double radial = state[2];
    double angular = state[3];
    velocity[0] = radial / (m1 + m2);
    velocity[1] = angular / (m1 * r * r);
    velocity[2] =
        angular * angular / (m1 * r * r * r) - GRAVITY * (m2 - m1 * StrictSine.cos(angle));
    velocity[3] = -GRAVITY * m1 * r * StrictSine.sin(angle);
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double m1 = parameters[0];
    double m2 = parameters[1];
    double r = state[0];
    double angle = state[1];
    double angular = state[3];
    jacobian[2] = 1 / (m1 + m2);
    jacobian[4] = -2 * angular / (m1 * r * r * r);
    jacobian[7] = 1 / (m1 * r * r);
    jacobian[8] = -3 * angular * angular / (m1 * r * r * r * r);
    jacobian[9] = -GRAVITY * m1 * StrictSine.sin(angle);
    jacobian[11] = 2 * angular / (m1 * r * r * r);
    jacobian[12] = -GRAVITY * m1 * StrictSine.sin(angle);
    jacobian[13] = -GRAVITY * m1 * r * StrictSine.cos(angle);
  }
}
