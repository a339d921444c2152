package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.settings.InvalidInputException;

/**
 * Lorenz's atmosphere on two scales: a ring of slow variables X_k, and on a second ring J fast
 * variables Y for each of them. The state is first all X, then all Y; its dimension must be a
 * multiple of 1 + J, with four slow variables or more. J is the parameter fast.
 */
@AutoService(ChaoticSystem.class)
public final class TwoScaleLorenz96 implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("TwoScaleLorenz96", 40)
          .anyLargerDimension()
          .parameter("b", 10)
          .parameter("c", 10)
          .parameter("f", 20)
          .parameter("fast", 4)
          .parameter("h", 1)
          .start(
              -0.982932, -9.615852, -0.867524, 0.350373, 6.73326, -0.070085, 4.767032, 24.230739,
              0.103485, 0.345841, 0.521776, -0.616297, -0.259164, -0.409807, -0.134644, -0.273503,
              -0.177392, 0.332314, 0.112925, 0.045234, 0.116876, -0.033281, -0.046414, 0.072991,
              0.318905, 0.193131, 0.583187, 0.259539, -0.082913, -0.241414, 0.090198, 0.273896,
              0.472223, -0.368326, -0.31608, -0.077228, 0.591622, -0.810107, 1.502887, 0.69071)
          .period(0.72)
          .citation(
              "Lorenz, Predictability: a problem partly solved, Seminar on Predictability "
                  + "I, ECMWF (1996); Wilks, Q. J. R. Meteorol. Soc. 131 (2005) 389-407");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] x, double[] velocity) {
    int slow = slow(parameters, velocity.length);
    int fast = velocity.length - slow;
    int each = fast / slow;
    double b = parameters[0];
    double c = parameters[1];
    double coupling = parameters[4] * c / b;
    for (int k = 0; k < slow; k++) {
      double transport = x[(k + 1) % slow] - x[(k + slow - 2) % slow];
      velocity[k] = transport * x[(k + slow - 1) % slow] - x[k] + parameters[2];
    }
    for (int j = 0; j < fast; j++) {
      double transport = x[slow + (j + fast - 1) % fast] - x[slow + (j + 2) % fast];
      velocity[slow + j] =
          c * b * transport * x[slow + (j + 1) % fast] - c * x[slow + j] + coupling * x[j / each];
      velocity[j / each] -= coupling * x[slow + j];
    }
  }

  @Override
  public void jacobian(double[] parameters, double[] x, double[] jacobian) {
    int n = x.length;
    int slow = slow(parameters, n);
    int fast = n - slow;
    int each = fast / slow;
    double b = parameters[0];
    double c = parameters[1];
    double coupling = parameters[4] * c / b;
    for (int k = 0; k < slow; k++) {
      int after = (k + 1) % slow;
      int before = (k + slow - 1) % slow;
      int beforeThat = (k + slow - 2) % slow;
      jacobian[k * n + k] = -1;
      jacobian[k * n + after] = x[before];
      jacobian[k * n + beforeThat] = -x[before];
      jacobian[k * n + before] = x[after] - x[beforeThat];
    }
    for (int j = 0; j < fast; j++) {
      int row = (slow + j) * n;
      int after = slow + (j + 1) % fast;
      int afterThat = slow + (j + 2) % fast;
      int before = slow + (j + fast - 1) % fast;
      jacobian[row + slow + j] = -c;
      jacobian[row + before] = c * b * x[after];
      jacobian[row + afterThat] = -c * b * x[after];
      jacobian[row + after] = c * b * (x[before] - x[afterThat]);
      jacobian[row + j / each] = coupling;
      jacobian[j / each * n + slow + j] = -coupling;
    }
  }

  private static int slow(double[] parameters, int dimension) {
    int each = (int) parameters[3];
    if (each != parameters[3]
        || each < 1
        || dimension % (1 + each) != 0
        || dimension < 4 + 4 * each) {
      throw new InvalidInputException(
          "TwoScaleLorenz96 of dimension "
              + dimension
              + " with parameters.fast = "
              + parameters[3]
              + ": fast must be a whole number from 1 up, and dimension a multiple of 1 + fast, at"
              + " least four times it");
    }
    return dimension / (1 + each);
  }
}
