package io.ergodic.models.baseline;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.models.regression.NormalEquations;
import io.ergodic.models.regression.RegressionSolver;
import java.util.function.Function;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/**
 * Ridge regression: one eigendecomposition serves all penalties; the best on the validation
 * examples is taken.
 *
 * @param validation not read where there is one penalty only
 */
record RidgeFit(RidgeForm form, double[] penalties, Iterable<Batch> validation)
    implements Function<NormalEquations, double[]> {
  @Override
  public double[] apply(NormalEquations equations) {
    NormalEquations held = held();
    EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(equations.gram());
    RealMatrix rotated = eigen.getVT().multiply(equations.cross());
    RealMatrix best = null;
    double lowest = Double.POSITIVE_INFINITY;
    for (double penalty : penalties) {
      RealMatrix shrunk = rotated.copy();
      for (int f = 0; f < form.features(); f++) {
        double factor = 1 / (Math.max(0, eigen.getEigenvalue(f)) + penalty);
        for (int h = 0; h < form.outputs(); h++) {
          shrunk.multiplyEntry(f, h, factor);
        }
      }
      RealMatrix weights = eigen.getV().multiply(shrunk);
      double error = penalties.length > 1 ? held.meanSquaredError(weights) : 0;
      if (error < lowest) {
        lowest = error;
        best = weights;
      }
    }
    return transposed(best);
  }

  private NormalEquations held() {
    RegressionSolver held = new RegressionSolver(form, this);
    if (penalties.length > 1) {
      validation.forEach(held::accumulate);
    }
    return held.equations();
  }

  /** Outputs x features, row-major. */
  private double[] transposed(RealMatrix weights) {
    int features = form.features();
    double[] flat = new double[features * form.outputs()];
    for (int o = 0; o < form.outputs(); o++) {
      for (int f = 0; f < features; f++) {
        flat[o * features + f] = weights.getEntry(f, o);
      }
    }
    return flat;
  }
}
