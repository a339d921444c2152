package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Lorenz's one-dimensional atmosphere: a ring of any number of sites from four up, dx_i/dt =
 * (x_(i+1) - x_(i-2)) x_(i-1) - x_i + f. Largest exponent, for four sites and f = 20: tangent
 * dynamics of this class with QR at tolerance 1e-8 over 12000 periods.
 */
@AutoService(ChaoticSystem.class)
public final class Lorenz96 implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("Lorenz96", 4)
          .anyLargerDimension()
          .parameter("f", 20)
          .start(-2.46820633, 0.09570264, 1.59270902, 10.21372147)
          .period(2.1969)
          .exponent(1.204)
          .citation(
              "Lorenz, Predictability: a problem partly solved, "
                  + "Seminar on Predictability I, ECMWF (1996)");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] x, double[] velocity) {
    int n = velocity.length;
    for (int i = 0; i < n; i++) {
      double after = x[i + 1 < n ? i + 1 : 0];
      double before = x[i > 0 ? i - 1 : n - 1];
      double beforeThat = x[i > 1 ? i - 2 : n + i - 2];
      velocity[i] = (after - beforeThat) * before - x[i] + parameters[0];
    }
  }

  @Override
  public void jacobian(double[] parameters, double[] x, double[] jacobian) {
    int n = x.length;
    for (int i = 0; i < n; i++) {
      int after = i + 1 < n ? i + 1 : 0;
      int before = i > 0 ? i - 1 : n - 1;
      int beforeThat = i > 1 ? i - 2 : n + i - 2;
      jacobian[i * n + after] = x[before];
      jacobian[i * n + beforeThat] = -x[before];
      jacobian[i * n + before] = x[after] - x[beforeThat];
      jacobian[i * n + i] = -1;
    }
  }
}
