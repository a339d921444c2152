package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.EnergyConserving;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;
import io.ergodic.datasets.kernel.StrictSine;

/**
 * Two point masses on massless rods, with angles from the downward vertical and their canonical
 * momenta. The start, both rods held horizontal and at rest, has energy 0. Largest exponent:
 * tangent dynamics of this class with QR at tolerance 1e-8 over 200 periods.
 */
@AutoService(ChaoticSystem.class)
public final class DoublePendulum implements EnergyConserving {
  private static final SystemCard CARD =
      SystemCard.of("DoublePendulum", 4)
          .parameter("g", 9.81)
          .parameter("l1", 1)
          .parameter("l2", 1)
          .parameter("m1", 1)
          .parameter("m2", 1)
          .start(1.5707963, 1.5707963, 0, 0)
          .period(2)
          .exponent(0.976)
          .citation(
              "Goldstein, Poole, Safko, Classical Mechanics, Addison-Wesley (2002), "
                  + "chapter 1");
  private static final SystemTraits TRAITS =
      SystemTraits.none()
          .repeatingAlong(0, 2 * Math.PI)
          .repeatingAlong(1, 2 * Math.PI)
          .asHamiltonian()
          .asVolumePreserving();

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
    double g = parameters[0];
    double l1 = parameters[1];
    double l2 = parameters[2];
    double m1 = parameters[3];
    double m2 = parameters[4];
    double th1 = state[0];
    double th2 = state[1];
    double p1 = state[2];
    double p2 = state[3];
    double c = StrictSine.cos(th1 - th2);
    double s = StrictSine.sin(th1 - th2);
    double mass = m1 + m2 * s * s;
    double h1 = p1 * p2 * s / (l1 * l2 * mass);
    double h2 =
        s
            * c
            * (m2 * l2 * l2 * p1 * p1
                + (m1 + m2) * l1 * l1 * p2 * p2
                - 2 * m2 * l1 * l2 * p1 * p2 * c)
            / (l1 * l1 * l2 * l2 * mass * mass);
    velocity[0] = (l2 * p1 - l1 * p2 * c) / (l1 * l1 * l2 * mass);
    velocity[1] = (l1 * (m1 + m2) * p2 - l2 * m2 * p1 * c) / (l1 * l2 * l2 * m2 * mass);
    velocity[2] = -(m1 + m2) * g * l1 * StrictSine.sin(th1) - h1 + h2;
    velocity[3] = -m2 * g * l2 * StrictSine.sin(th2) + h1 - h2;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double g = parameters[0];
    double l1 = parameters[1];
    double l2 = parameters[2];
    double m1 = parameters[3];
    double m2 = parameters[4];
    double th1 = state[0];
    double th2 = state[1];
    double p1 = state[2];
    double p2 = state[3];
    double t0 = 1 / (l1);
    double t1 = l2 * p1;
    double t2 = th1 - th2;
    double t3 = StrictSine.cos(t2);
    double t4 = l1 * p2;
    double t5 = t3 * t4;
    double t6 = m2 * t3;
    double t7 = StrictSine.sin(t2);
    double t8 = t7 * t7;
    double t9 = m2 * t8;
    double t10 = m1 + t9;
    double t11 = 1 / (t10);
    double t12 = 2 * t11;
    double t13 = 1 / (l2);
    double t14 = t0 * t13;
    double t15 = t11 * t14;
    double t16 = t15 * t7;
    double t17 = t16 * (p2 + t0 * t12 * t6 * (-t1 + t5));
    double t18 = -t17;
    double t19 = l1 * l1;
    double t20 = 1 / (t19);
    double t21 = -t15 * t3;
    double t22 = m1 + m2;
    double t23 = p1 - t12 * t13 * t3 * (-t1 * t6 + t22 * t4);
    double t24 = t16 * t23;
    double t25 = -t16 * t23;
    double t26 = l2 * l2;
    double t27 = 1 / (t26);
    double t28 = 1 / (t10 * t10);
    double t29 = t20 * t27;
    double t30 = m2 * t26 * p1 * p1 - 2 * m2 * t1 * t5 + t19 * t22 * p2 * p2;
    double t31 = t30 * t8;
    double t32 = t3 * t3;
    double t33 = p1 * p2 * t3;
    double t34 = t30 * t32;
    double t35 = 4 * t9;
    double t36 =
        -4 * m2 * p1 * p2 * t0 * t13 * t28 * t3 * t8
            + t15 * t33
            - t20 * t27 * t28 * t30 * t32
            + t28 * t29 * t31
            + t29 * t34 * t35 / (t10 * t10 * t10);
    double t37 = t15 * (-t11 * t33 * t35 + t14 * t28 * t34 * t35 + t15 * t31 - t15 * t34 + t33);
    jacobian[0] = t17;
    jacobian[1] = t18;
    jacobian[2] = t11 * t20;
    jacobian[3] = t21;
    jacobian[4] = t24;
    jacobian[5] = t25;
    jacobian[6] = t21;
    jacobian[7] = t11 * t22 * t27 / m2;
    jacobian[8] = -g * l1 * t22 * StrictSine.cos(th1) - t36;
    jacobian[9] = t37;
    jacobian[10] = t18;
    jacobian[11] = t25;
    jacobian[12] = t37;
    jacobian[13] = -g * l2 * m2 * StrictSine.cos(th2) - t36;
    jacobian[14] = t17;
    jacobian[15] = t24;
  }

  @Override
  public double energy(double[] parameters, double[] state) {
    double g = parameters[0];
    double l1 = parameters[1];
    double l2 = parameters[2];
    double m1 = parameters[3];
    double m2 = parameters[4];
    double th1 = state[0];
    double th2 = state[1];
    double p1 = state[2];
    double p2 = state[3];
    return (m2 * l2 * l2 * p1 * p1
                + (m1 + m2) * l1 * l1 * p2 * p2
                - 2 * m2 * l1 * l2 * p1 * p2 * StrictSine.cos(th1 - th2))
            / (2
                * m2
                * l1
                * l1
                * l2
                * l2
                * (m1 + m2 * StrictSine.sin(th1 - th2) * StrictSine.sin(th1 - th2)))
        - (m1 + m2) * g * l1 * StrictSine.cos(th1)
        - m2 * g * l2 * StrictSine.cos(th2);
  }
}
