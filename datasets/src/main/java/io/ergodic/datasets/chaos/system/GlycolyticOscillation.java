package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;

/**
 * Two allosteric enzymes in series with positive feedback: substrate alpha, products beta and
 * gamma. Largest exponent: measured for this project (tangent dynamics with QR, Dormand-Prince at
 * 1e-9, 8 batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class GlycolyticOscillation implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("GlycolyticOscillation", 3)
          .parameter("d", 0)
          .parameter("k", 4.422)
          .parameter("l1", 500000000.0)
          .parameter("l2", 100)
          .parameter("nu", 1)
          .parameter("q1", 50)
          .parameter("q2", 0.02)
          .parameter("s1", 22.2222)
          .parameter("s2", 22.2222)
          .start(29.453349, 130.1935, 0.18407088)
          .period(50.46)
          .exponent(0.006972)
          .citation(
              "Decroly, Goldbeter, Birhythmicity, chaos, and other patterns of "
                  + "temporal self-organization in a multiply regulated biochemical system,"
                  + " Proc. Natl. Acad. Sci. USA 79 (1982) 6917-6921");
  private static final SystemTraits TRAITS = SystemTraits.none().asStiff();

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
    double d = parameters[0];
    double k = parameters[1];
    double l1 = parameters[2];
    double l2 = parameters[3];
    double nu = parameters[4];
    double q1 = parameters[5];
    double q2 = parameters[6];
    double s1 = parameters[7];
    double s2 = parameters[8];
    double alpha = state[0];
    double beta = state[1];
    double gamma = state[2];
    double first =
        alpha
            * (1 + alpha)
            * (1 + beta)
            * (1 + beta)
            / (l1 + (1 + alpha) * (1 + alpha) * (1 + beta) * (1 + beta));
    double second =
        beta
            * (1 + d * beta)
            * (1 + gamma)
            * (1 + gamma)
            / (l2 + (1 + d * beta) * (1 + d * beta) * (1 + gamma) * (1 + gamma));
    velocity[0] = nu - s1 * first;
    velocity[1] = q1 * s1 * first - s2 * second;
    velocity[2] = q2 * s2 * second - k * gamma;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double d = parameters[0];
    double k = parameters[1];
    double l1 = parameters[2];
    double l2 = parameters[3];
    double q1 = parameters[5];
    double q2 = parameters[6];
    double s1 = parameters[7];
    double s2 = parameters[8];
    double alpha = state[0];
    double beta = state[1];
    double gamma = state[2];
    double t0 = 2 * alpha;
    double t1 = alpha + 1;
    double t2 = t1 * t1;
    double t3 = beta + 1;
    double t4 = t3 * t3;
    double t5 = t2 * t4;
    double t6 = l1 + t5;
    double t7 = 1 / (t6);
    double t8 = -2 * alpha * t2 * t4 * t7 + t0 + 1;
    double t9 = s1 * t7;
    double t10 = t4 * t9;
    double t11 = beta * d;
    double t12 = gamma + 1;
    double t13 = t12 * t12;
    double t14 = t11 + 1;
    double t15 = t14 * t14;
    double t16 = t13 * t15;
    double t17 = l2 + t16;
    double t18 = 1 / (t17);
    double t19 = s2 * t13 * t18;
    double t20 = 1 / (t17 * t17);
    double t21 = t16 * t18;
    double t22 = 2 * beta;
    double t23 = 2 * t11;
    jacobian[0] = -t10 * t8;
    jacobian[1] = t0 * t1 * t3 * t9 * (t5 * t7 - 1);
    jacobian[3] = q1 * t10 * t8;
    jacobian[4] =
        2 * alpha * q1 * s1 * t1 * t3 * t7
            + 2 * beta * d * s2 * t15 * t20 * t12 * t12 * t12 * t12
            - q1 * s1 * t0 * t1 * t1 * t1 * t3 * t3 * t3 / (t6 * t6)
            - t11 * t19
            - t14 * t19;
    jacobian[5] = s2 * t12 * t14 * t18 * t22 * (t21 - 1);
    jacobian[7] = q2 * t19 * (-t21 * t23 + t23 + 1);
    jacobian[8] =
        2 * beta * q2 * s2 * t12 * t14 * t18
            - k
            - q2 * s2 * t20 * t22 * t12 * t12 * t12 * t14 * t14 * t14;
  }
}
