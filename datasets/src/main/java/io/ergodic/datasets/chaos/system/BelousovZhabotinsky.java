package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;

/**
 * The three-variable model of Gyorgyi and Field: bromous acid x, cerium z and bromomalonic acid v
 * in scaled units, with bromide eliminated; kf is the flow rate in 1/s. Largest exponent: tangent
 * dynamics of this class with QR at tolerance 1e-8 over 200 periods.
 */
@AutoService(ChaoticSystem.class)
public final class BelousovZhabotinsky implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("BelousovZhabotinsky", 3)
          .parameter("kf", 0.00035)
          .start(0.023491701, 0.61703254, 0.84669066)
          .period(0.038257)
          .exponent(22.3)
          .citation(
              "Gyorgyi, Field, A three-variable model of deterministic chaos in the "
                  + "Belousov-Zhabotinsky reaction, Nature 355 (1992) 808-810");
  private static final SystemTraits TRAITS = SystemTraits.none().asStiff();

  private static final double C1 = -8.03474;
  private static final double C10 = 0.0223915;
  private static final double C11 = 7.53559e-05;
  private static final double C12 = 8.07384e-06;
  private static final double C13 = -0.000499825;
  private static final double C2 = 0.05408;
  private static final double C3 = -0.0115886;
  private static final double C4 = 832.587;
  private static final double C5 = -0.029155;
  private static final double C6 = 0.00321617;
  private static final double C7 = -0.01352;
  private static final double C8 = -0.0831709;
  private static final double C9 = -0.0199985;
  private static final double CI = 0.000833;
  private static final double T0 = 2308.62;
  private static final double Y0 = 7.72571e-06;
  private static final double YB1 = 6.92813e-07;
  private static final double YB2 = 2.00869;
  private static final double YB3 = 0.01352;
  private static final double Z0 = 8.33e-06;

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
    double kf = parameters[0];
    double x = state[0];
    double z = state[1];
    double v = state[2];
    double br = YB1 * z * v / ((YB2 * x + YB3 + kf) * Y0);
    velocity[0] =
        T0
            * (C1 * x * br
                + C2 * br
                + C3 * x * x
                + C4 * (CI - Z0 * z) * StrictMath.pow(x, 0.5)
                + C5 * x * z
                - kf * x);
    velocity[1] =
        T0
            * (C6 * StrictMath.pow(x, 0.5) * (CI / Z0 - z)
                + C7 * x * z
                + C8 * z * v
                + C9 * z
                - kf * z);
    velocity[2] = T0 * (C10 * x * br + C11 * br + C12 * x * x + C13 * z * v - kf * v);
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double kf = parameters[0];
    double x = state[0];
    double z = state[1];
    double v = state[2];
    double t0 = -kf;
    double t1 = 2 * x;
    double t2 = StrictMath.pow(x, 0.5);
    double t3 = 0.5 / t2;
    double t4 = YB2 * x;
    double t5 = YB3 + kf + t4;
    double t6 = YB1 / Y0;
    double t7 = t6 / t5;
    double t8 = t7 * v;
    double t9 = t8 * z;
    double t10 = t6 * v * z / (t5 * t5);
    double t11 = YB2 * t10;
    double t12 = t10 * t4;
    double t13 = C1 * x;
    double t14 = T0 * z;
    double t15 = C11 * t7;
    double t16 = C10 * t7 * x;
    jacobian[0] =
        T0 * (-C1 * t12 + C1 * t9 - C2 * t11 + C3 * t1 + C4 * t3 * (CI - Z0 * z) + C5 * z + t0);
    jacobian[1] = T0 * (C2 * t8 - C4 * Z0 * t2 + C5 * x + t13 * t8);
    jacobian[2] = t14 * t7 * (C2 + t13);
    jacobian[3] = T0 * (C6 * t3 * (CI / Z0 - z) + C7 * z);
    jacobian[4] = T0 * (-C6 * t2 + C7 * x + C8 * v + C9 + t0);
    jacobian[5] = C8 * t14;
    jacobian[6] = -T0 * (C10 * t12 - C10 * t9 + C11 * t11 - C12 * t1);
    jacobian[7] = T0 * v * (C13 + t15 + t16);
    jacobian[8] = T0 * (C13 * z + t0 + t15 * z + t16 * z);
  }
}
