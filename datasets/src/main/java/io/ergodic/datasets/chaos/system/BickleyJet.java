package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;
import io.ergodic.datasets.kernel.StrictSine;

/**
 * Paths of fluid in a meandering zonal jet with three waves; lengths in megametres, times in
 * seconds. Latitude y comes first, then longitude x (its repeat is the circumference), then time,
 * in which the waves of different speed never repeat. The start lies on a regular orbit.
 */
@AutoService(ChaoticSystem.class)
public final class BickleyJet implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("BickleyJet", 3)
          .parameter("ell", 1.77)
          .parameter("u", 6.266e-05)
          .parameter("eps1", 0.0075)
          .parameter("eps2", 0.15)
          .parameter("eps3", 0.3)
          .start(-0.4, 0.3, 97826.57)
          .period(97827)
          .citation(
              "Hadjighasem, Karrasch, Teramoto, Haller, Spectral-clustering approach "
                  + "to Lagrangian vortex detection, Phys. Rev. E 93 (2016) 063107");
  private static final SystemTraits TRAITS =
      SystemTraits.none()
          .driven(2, Double.POSITIVE_INFINITY)
          .repeatingAlong(1, 2 * Math.PI / (2 / 6.371))
          .asHamiltonian()
          .asVolumePreserving()
          .regime(SystemTraits.Regime.REGULAR);

  private static final double K1 = 2 / 6.371;
  private static final double C1 = 9.05854e-6;
  private static final double C2 = 1.28453e-5;
  private static final double C3 = 2.88863e-5;

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
    double ell = parameters[0];
    double u = parameters[1];
    double eps1 = parameters[2];
    double eps2 = parameters[3];
    double eps3 = parameters[4];
    double y = state[0];
    double x = state[1];
    double t = state[2];
    double h = 1 - StrictMath.tanh(y / ell) * StrictMath.tanh(y / ell);
    double waves =
        eps1 * StrictSine.cos(K1 * (x - C1 * t))
            + eps2 * StrictSine.cos(2 * K1 * (x - C2 * t))
            + eps3 * StrictSine.cos(3 * K1 * (x - C3 * t));
    double slope =
        K1
            * (eps1 * StrictSine.sin(K1 * (x - C1 * t))
                + 2 * eps2 * StrictSine.sin(2 * K1 * (x - C2 * t))
                + 3 * eps3 * StrictSine.sin(3 * K1 * (x - C3 * t)));
    velocity[0] = -u * ell * h * slope;
    velocity[1] = u * h * (1 + 2 * StrictMath.tanh(y / ell) * waves);
    velocity[2] = 1;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double ell = parameters[0];
    double u = parameters[1];
    double eps1 = parameters[2];
    double eps2 = parameters[3];
    double eps3 = parameters[4];
    double y = state[0];
    double x = state[1];
    double t = state[2];
    double t0 = -x;
    double t1 = K1 * (C1 * t + t0);
    double t2 = eps1 * StrictSine.sin(t1);
    double t3 = 2 * K1;
    double t4 = t3 * (C2 * t + t0);
    double t5 = 2 * eps2 * StrictSine.sin(t4);
    double t6 = 3 * K1 * (C3 * t + t0);
    double t7 = 3 * eps3 * StrictSine.sin(t6);
    double t8 = 1 / (ell);
    double t9 = StrictMath.tanh(t8 * y);
    double t10 = t9 * t9 - 1;
    double t11 = t10 * u;
    double t12 = t11 * t3 * t9;
    double t13 = t12 * (t2 + t5 + t7);
    double t14 = eps1 * StrictSine.cos(t1);
    double t15 = eps2 * StrictSine.cos(t4);
    double t16 = 4 * t15;
    double t17 = eps3 * StrictSine.cos(t6);
    double t18 = 9 * t17;
    double t19 = ell * t11 * K1 * K1;
    double t20 = t14 + t15 + t17;
    jacobian[0] = t13;
    jacobian[1] = t19 * (t14 + t16 + t18);
    jacobian[2] = -t19 * (C1 * t14 + C2 * t16 + C3 * t18);
    jacobian[3] = 2 * t11 * t8 * (t10 * t20 + t9 * (2 * t20 * t9 + 1));
    jacobian[4] = -t13;
    jacobian[5] = t12 * (C1 * t2 + C2 * t5 + C3 * t7);
  }
}
