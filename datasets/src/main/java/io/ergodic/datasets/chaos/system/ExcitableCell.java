package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * The three-variable cell of Chay: membrane potential v in mV, open potassium channels n and
 * calcium c. The conductance gkc controls the onset of chaos. Largest exponent: tangent dynamics of
 * this class with QR at tolerance 1e-8 over 200 periods.
 */
@AutoService(ChaoticSystem.class)
public final class ExcitableCell implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("ExcitableCell", 3)
          .parameter("gi", 1800)
          .parameter("gkc", 11)
          .parameter("gkv", 1700)
          .parameter("gl", 7)
          .parameter("kc", 0.183333)
          .parameter("rho", 0.27)
          .parameter("vc", 100)
          .parameter("vi", 100)
          .parameter("vk", -75)
          .parameter("vl", -40)
          .start(-44.5778, 0.13121644, 0.46585336)
          .period(1)
          .exponent(0.527)
          .citation(
              "Chay, Chaos in a three-variable model of an excitable cell, Physica D "
                  + "16 (1985) 233-242");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double gi = parameters[0];
    double gkc = parameters[1];
    double gkv = parameters[2];
    double gl = parameters[3];
    double kc = parameters[4];
    double rho = parameters[5];
    double vc = parameters[6];
    double vi = parameters[7];
    double vk = parameters[8];
    double vl = parameters[9];
    double v = state[0];
    double n = state[1];
    double c = state[2];
    double am = 0.1 * (25 + v) / (1 - StrictMath.exp(-0.1 * v - 2.5));
    double bm = 4 * StrictMath.exp(-(v + 50) / 18);
    double ah = 0.07 * StrictMath.exp(-0.05 * v - 2.5);
    double bh = 1 / (1 + StrictMath.exp(-0.1 * v - 2));
    double an = 0.01 * (20 + v) / (1 - StrictMath.exp(-0.1 * v - 2));
    double bn = 0.125 * StrictMath.exp(-(v + 30) / 80);
    double flux = am * am * am / ((am + bm) * (am + bm) * (am + bm)) * ah / (ah + bh);
    velocity[0] =
        gi * flux * (vi - v)
            + gkv * n * n * n * n * (vk - v)
            + gkc * c / (1 + c) * (vk - v)
            + gl * (vl - v);
    velocity[1] = 230 * (an * (1 - n) - bn * n);
    velocity[2] = rho * (flux * (vc - v) - kc * c);
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double gi = parameters[0];
    double gkc = parameters[1];
    double gkv = parameters[2];
    double gl = parameters[3];
    double kc = parameters[4];
    double rho = parameters[5];
    double vc = parameters[6];
    double vi = parameters[7];
    double vk = parameters[8];
    double v = state[0];
    double n = state[1];
    double c = state[2];
    double t0 = 1 / ((c + 1));
    double t1 = c * t0;
    double t2 = StrictMath.exp(-0.05 * v);
    double t3 = 0.00574594990367292 * t2;
    double t4 = 0.1 * v;
    double t5 = t4 + 2;
    double t6 = StrictMath.exp(-t5);
    double t7 = t6 + 1;
    double t8 = t3 + 1 / (t7);
    double t9 = 1 / (t8);
    double t10 = t3 * t9;
    double t11 = StrictMath.exp(-t4);
    double t12 = 1 - 0.0820849986238988 * t11;
    double t13 = 1 / (t12 * t12 * t12);
    double t14 = StrictMath.exp(-v / 18 - 25.0 / 9);
    double t15 = t4 + 2.5;
    double t16 = 1 / (t12);
    double t17 = t15 * t16;
    double t18 = 4 * t14 + t17;
    double t19 = 1 / (t18 * t18 * t18);
    double t20 = t13 * t19;
    double t21 = t15 * t15 * t15;
    double t22 = gi * t21;
    double t23 = t20 * t22;
    double t24 = StrictMath.exp(-0.15 * v);
    double t25 = v - vi;
    double t26 = t20 * t9 * t15 * t15;
    double t27 = 0.000287297495183646 * t2;
    double t28 = StrictMath.exp(-t5);
    double t29 = t27 - 0.1 * t28 / (t7 * t7);
    double t30 =
        0.00191531663455764
            * t2
            * (t11 * (0.00738764987615089 * v + 0.184691246903772) / (t12 * t12)
                + 2 * t14
                - 0.9 * t16);
    double t31 = v - vk;
    double t32 = StrictMath.exp(-v / 80 - 3.0 / 8);
    double t33 = t6 - 1;
    double t34 = 1 / (t33);
    double t35 = 0.01 * v + 0.2;
    double t36 = v - vc;
    double t37 = t15 * t36;
    jacobian[0] =
        0.000287297495183646 * gi * t13 * t19 * t2 * t21 * t25 * t9
            - 0.00172378497110188 * gi * t2 * t25 * t26
            + 0.000141496886980795 * gi * t19 * t21 * t24 * t25 * t9 / (t12 * t12 * t12 * t12)
            - gkc * t1
            - gkv * n * n * n * n
            - gl
            - t10 * t23
            - t13 * t22 * t25 * t30 * t9 / (t18 * t18 * t18 * t18)
            - t23 * t25 * t29 * t3 / (t8 * t8);
    jacobian[1] = -4 * gkv * t31 * n * n * n;
    jacobian[2] = gkc * t0 * t31 * (t1 - 1);
    jacobian[3] =
        0.359375 * n * t32 + 23.0 * t28 * t35 * (n - 1) / (t33 * t33) + t34 * (2.3 * n - 2.3);
    jacobian[4] = -28.75 * t32 + 230 * t34 * t35;
    jacobian[6] =
        -rho
            * t26
            * (t10 * t29 * t37
                - 0.000141496886980795 * t17 * t24 * t36
                + t2 * (0.000574594990367292 * v + 0.0143648747591823)
                + t2 * (0.00172378497110188 * v - 0.00172378497110188 * vc)
                - t27 * t37
                + t30 * t37 / t18);
    jacobian[8] = -kc * rho;
  }
}
