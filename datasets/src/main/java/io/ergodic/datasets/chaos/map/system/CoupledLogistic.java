package io.ergodic.datasets.chaos.map.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.map.ChaoticMap;

/**
 * Kaneko's coupled map lattice: a ring of any number of logistic maps f(x) = 1 - a x^2, x_i' = (1 -
 * eps) f(x_i) + eps / 2 (f(x_(i-1)) + f(x_(i+1))).
 */
@AutoService(ChaoticMap.class)
public final class CoupledLogistic implements ChaoticMap {
  private static final SystemCard CARD =
      SystemCard.of("CoupledLogistic", 16)
          .anyLargerDimension()
          .parameter("a", 1.9)
          .parameter("eps", 0.1)
          .start(
              0.31, -0.22, 0.63, 0.05, -0.47, 0.18, 0.74, -0.61, 0.27, -0.09, 0.52, 0.41, -0.35,
              0.66, -0.14, 0.08)
          .period(1)
          .citation(
              "Kaneko, Period-doubling of kink-antikink patterns, Prog. Theor. Phys. 72 (1984) 480-486");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void apply(double[] parameters, double[] x, double[] next) {
    int n = x.length;
    double a = parameters[0];
    double eps = parameters[1];
    for (int i = 0; i < n; i++) {
      double left = x[i > 0 ? i - 1 : n - 1];
      double right = x[i + 1 < n ? i + 1 : 0];
      double around = (1 - a * left * left) + (1 - a * right * right);
      next[i] = (1 - eps) * (1 - a * x[i] * x[i]) + eps / 2 * around;
    }
  }

  @Override
  public void jacobian(double[] parameters, double[] x, double[] jacobian) {
    int n = x.length;
    double a = parameters[0];
    double eps = parameters[1];
    for (int i = 0; i < n; i++) {
      int left = i > 0 ? i - 1 : n - 1;
      int right = i + 1 < n ? i + 1 : 0;
      jacobian[i * n + i] += (1 - eps) * -2 * a * x[i];
      jacobian[i * n + left] += eps / 2 * -2 * a * x[left];
      jacobian[i * n + right] += eps / 2 * -2 * a * x[right];
    }
  }
}
