package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;

/**
 * Two mitotic oscillators (cyclin c, kinase m, protease x) that inhibit the synthesis of cyclin in
 * one another; kim is the strength at which they do so by half, kdeg the half-saturation of the
 * degradation of cyclin. Largest exponent: tangent dynamics of this class with QR at tolerance 1e-8
 * over 200 periods.
 */
@AutoService(ChaoticSystem.class)
public final class CellCycle implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("CellCycle", 6)
          .parameter("k", 0.01)
          .parameter("kc", 0.5)
          .parameter("kdeg", 0.02)
          .parameter("kim", 0.65)
          .parameter("v2", 0.15)
          .parameter("v4", 0.05)
          .parameter("vm1", 0.3)
          .parameter("vm3", 0.1)
          .parameter("kd1", 0.001)
          .parameter("vd", 0.025)
          .parameter("vi", 0.05)
          .start(0.71565329, 0.9489355, 0.98910371, 0.72138631, 0.94987035, 0.98912572)
          .period(204.71)
          .exponent(0.0044)
          .citation(
              "Romond, Rustici, Gonze, Goldbeter, Alternating oscillations and chaos "
                  + "in a model of two coupled biochemical oscillators driving successive "
                  + "phases of the cell cycle, Ann. N. Y. Acad. Sci. 879 (1999) 180-193");
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
    double k = parameters[0];
    double kc = parameters[1];
    double kdeg = parameters[2];
    double kim = parameters[3];
    double v2 = parameters[4];
    double v4 = parameters[5];
    double vm1 = parameters[6];
    double vm3 = parameters[7];
    double kd1 = parameters[8];
    double vd = parameters[9];
    double vi = parameters[10];
    double c1 = state[0];
    double m1 = state[1];
    double x1 = state[2];
    double c2 = state[3];
    double m2 = state[4];
    double x2 = state[5];
    velocity[0] = vi * kim / (kim + m2) - vd * x1 * c1 / (kdeg + c1) - kd1 * c1;
    velocity[1] = vm1 * c1 / (kc + c1) * (1 - m1) / (k + 1 - m1) - v2 * m1 / (k + m1);
    velocity[2] = vm3 * m1 * (1 - x1) / (k + 1 - x1) - v4 * x1 / (k + x1);
    velocity[3] = vi * kim / (kim + m1) - vd * x2 * c2 / (kdeg + c2) - kd1 * c2;
    velocity[4] = vm1 * c2 / (kc + c2) * (1 - m2) / (k + 1 - m2) - v2 * m2 / (k + m2);
    velocity[5] = vm3 * m2 * (1 - x2) / (k + 1 - x2) - v4 * x2 / (k + x2);
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double k = parameters[0];
    double kc = parameters[1];
    double kdeg = parameters[2];
    double kim = parameters[3];
    double v2 = parameters[4];
    double v4 = parameters[5];
    double vm1 = parameters[6];
    double vm3 = parameters[7];
    double kd1 = parameters[8];
    double vd = parameters[9];
    double vi = parameters[10];
    double c1 = state[0];
    double m1 = state[1];
    double x1 = state[2];
    double c2 = state[3];
    double m2 = state[4];
    double x2 = state[5];
    jacobian[0] = c1 * vd * x1 / ((c1 + kdeg) * (c1 + kdeg)) - kd1 - vd * x1 / (c1 + kdeg);
    jacobian[2] = -c1 * vd / (c1 + kdeg);
    jacobian[4] = -kim * vi / ((kim + m2) * (kim + m2));
    jacobian[6] =
        -c1 * vm1 * (1 - m1) / ((c1 + kc) * (c1 + kc)) / (k - m1 + 1)
            + vm1 * (1 - m1) / (c1 + kc) / (k - m1 + 1);
    jacobian[7] =
        c1 * vm1 * (1 - m1) / ((k - m1 + 1) * (k - m1 + 1)) / (c1 + kc)
            - c1 * vm1 / (c1 + kc) / (k - m1 + 1)
            + m1 * v2 / ((k + m1) * (k + m1))
            - v2 / (k + m1);
    jacobian[13] = vm3 * (1 - x1) / (k - x1 + 1);
    jacobian[14] =
        m1 * vm3 * (1 - x1) / ((k - x1 + 1) * (k - x1 + 1))
            - m1 * vm3 / (k - x1 + 1)
            + v4 * x1 / ((k + x1) * (k + x1))
            - v4 / (k + x1);
    jacobian[19] = -kim * vi / ((kim + m1) * (kim + m1));
    jacobian[21] = c2 * vd * x2 / ((c2 + kdeg) * (c2 + kdeg)) - kd1 - vd * x2 / (c2 + kdeg);
    jacobian[23] = -c2 * vd / (c2 + kdeg);
    jacobian[27] =
        -c2 * vm1 * (1 - m2) / ((c2 + kc) * (c2 + kc)) / (k - m2 + 1)
            + vm1 * (1 - m2) / (c2 + kc) / (k - m2 + 1);
    jacobian[28] =
        c2 * vm1 * (1 - m2) / ((k - m2 + 1) * (k - m2 + 1)) / (c2 + kc)
            - c2 * vm1 / (c2 + kc) / (k - m2 + 1)
            + m2 * v2 / ((k + m2) * (k + m2))
            - v2 / (k + m2);
    jacobian[34] = vm3 * (1 - x2) / (k - x2 + 1);
    jacobian[35] =
        m2 * vm3 * (1 - x2) / ((k - x2 + 1) * (k - x2 + 1))
            - m2 * vm3 / (k - x2 + 1)
            + v4 * x2 / ((k + x2) * (k + x2))
            - v4 / (k + x2);
  }
}
