package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Calcium in the cytosol z, calcium in the store y and inositol trisphosphate a. Largest exponent:
 * tangent dynamics of this class with QR at tolerance 1e-8 over 200 periods.
 */
@AutoService(ChaoticSystem.class)
public final class CaTwoPlus implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("CaTwoPlus", 3)
          .parameter("k2", 0.1)
          .parameter("k5", 0.3194)
          .parameter("ka", 0.1)
          .parameter("kd", 1)
          .parameter("ky", 0.3)
          .parameter("kz", 0.6)
          .parameter("v0", 2)
          .parameter("v1", 2)
          .parameter("v4", 3)
          .parameter("vm2", 6)
          .parameter("vm3", 30)
          .parameter("vm5", 50)
          .parameter("beta", 0.65)
          .parameter("eps", 13)
          .parameter("k", 10)
          .parameter("kf", 1)
          .parameter("m", 2)
          .parameter("n", 4)
          .parameter("p", 1)
          .start(0.26162904, 1.0055612, 0.14407867)
          .period(1.343)
          .exponent(0.36)
          .citation(
              "Houart, Dupont, Goldbeter, Bursting, chaos and birhythmicity "
                  + "originating from self-modulation of the inositol 1,4,5-trisphosphate "
                  + "signal in a model for intracellular Ca2+ oscillations, Bull. Math. "
                  + "Biol. 61 (1999) 507-530");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double k2 = parameters[0];
    double k5 = parameters[1];
    double ka = parameters[2];
    double kd = parameters[3];
    double ky = parameters[4];
    double kz = parameters[5];
    double v0 = parameters[6];
    double v1 = parameters[7];
    double v4 = parameters[8];
    double vm2 = parameters[9];
    double vm3 = parameters[10];
    double vm5 = parameters[11];
    double beta = parameters[12];
    double eps = parameters[13];
    double k = parameters[14];
    double kf = parameters[15];
    double m = parameters[16];
    double n = parameters[17];
    double p = parameters[18];
    double z = state[0];
    double y = state[1];
    double a = state[2];
    double pump = vm2 * z * z / (k2 * k2 + z * z);
    double release =
        vm3
            * StrictMath.pow(z, m)
            / (StrictMath.pow(kz, m) + StrictMath.pow(z, m))
            * y
            * y
            / (ky * ky + y * y)
            * a
            * a
            * a
            * a
            / (ka * ka * ka * ka + a * a * a * a);
    double decay =
        vm5
            * StrictMath.pow(a, p)
            / (StrictMath.pow(k5, p) + StrictMath.pow(a, p))
            * StrictMath.pow(z, n)
            / (StrictMath.pow(kd, n) + StrictMath.pow(z, n));
    velocity[0] = v0 + v1 * beta - pump + release + kf * y - k * z;
    velocity[1] = pump - release - kf * y;
    velocity[2] = beta * v4 - decay - eps * a;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double k2 = parameters[0];
    double k5 = parameters[1];
    double ka = parameters[2];
    double kd = parameters[3];
    double ky = parameters[4];
    double kz = parameters[5];
    double vm2 = parameters[9];
    double vm3 = parameters[10];
    double vm5 = parameters[11];
    double eps = parameters[13];
    double k = parameters[14];
    double kf = parameters[15];
    double m = parameters[16];
    double n = parameters[17];
    double p = parameters[18];
    double z = state[0];
    double y = state[1];
    double a = state[2];
    double t0 = k2 * k2 + z * z;
    double t1 = 2 * vm2;
    double t2 = a * a * a * a;
    double t3 = 1 / ((ka * ka * ka * ka + t2));
    double t4 = t2 * t3;
    double t5 = t4 * vm3;
    double t6 = StrictMath.pow(z, m);
    double t7 = StrictMath.pow(kz, m) + t6;
    double t8 = t6 / t7;
    double t9 = t5 * t8;
    double t10 = 1 / (z);
    double t11 = y * y;
    double t12 = ky * ky + t11;
    double t13 = 1 / (t12);
    double t14 = t11 * t13;
    double t15 = m * t10 * t14;
    double t16 =
        t15 * t5 * StrictMath.pow(z, 2 * m) / (t7 * t7)
            - t15 * t9
            + t1 * z / t0
            - t1 * z * z * z / (t0 * t0);
    double t17 = 2 * t9;
    double t18 = kf + t13 * t17 * y - t17 * y * y * y / (t12 * t12);
    double t19 = t4 - 1;
    double t20 = 4 * t14 * t3 * t8 * vm3 * a * a * a;
    double t21 = StrictMath.pow(z, n);
    double t22 = 1 / ((StrictMath.pow(kd, n) + t21));
    double t23 = t21 * t22;
    double t24 = t23 * vm5;
    double t25 = StrictMath.pow(a, p);
    double t26 = StrictMath.pow(k5, p) + t25;
    double t27 = t25 / t26;
    double t28 = 1 / (a);
    jacobian[0] = -k - t16;
    jacobian[1] = t18;
    jacobian[2] = -t19 * t20;
    jacobian[3] = t16;
    jacobian[4] = -t18;
    jacobian[5] = t19 * t20;
    jacobian[6] = n * t10 * t24 * t27 * (t23 - 1);
    jacobian[8] =
        p * t21 * t22 * t28 * vm5 * StrictMath.pow(a, 2 * p) / (t26 * t26)
            - eps
            - p * t24 * t27 * t28;
  }
}
