package io.ergodic.models.baseline;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.models.learner.Solver;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/**
 * Ridge regression from look-back to horizon, both less the last value of the look-back, one map
 * for all variables. One eigendecomposition serves all penalties; the best on the validation
 * windows is taken.
 */
final class RidgeSolver implements Solver {
  private static final int BLOCK = 64;

  private final int lookback;
  private final int horizon;
  private final int variables;
  private final double[] penalties;
  private final Iterable<Batch> validation;
  private final NormalEquations equations;
  private final double[][] x;
  private final double[][] y;

  RidgeSolver(
      int lookback, int horizon, int variables, double[] penalties, Iterable<Batch> validation) {
    this.lookback = lookback;
    this.horizon = horizon;
    this.variables = variables;
    this.penalties = penalties;
    this.validation = validation;
    this.equations = new NormalEquations(lookback, horizon);
    this.x = new double[BLOCK][lookback];
    this.y = new double[BLOCK][horizon];
  }

  @Override
  public void accumulate(Batch batch) {
    accumulate(batch, equations);
  }

  private void accumulate(Batch batch, NormalEquations sums) {
    float[] input = batch.floats(Batch.INPUT);
    float[] target = batch.floats(Batch.TARGET);
    int filled = 0;
    int total = batch.count() * variables;
    for (int i = 0; i < total; i++) {
      int first = i / variables * lookback * variables + i % variables;
      int next = i / variables * horizon * variables + i % variables;
      double last = input[first + (lookback - 1) * variables];
      for (int t = 0; t < lookback; t++) {
        x[filled][t] = input[first + t * variables] - last;
      }
      for (int h = 0; h < horizon; h++) {
        y[filled][h] = target[next + h * variables] - last;
      }
      if (++filled == BLOCK || i == total - 1) {
        sums.add(x, y, filled);
        filled = 0;
      }
    }
  }

  @Override
  public void merge(Solver other) {
    equations.merge(((RidgeSolver) other).equations);
  }

  @Override
  public double[] solve() {
    NormalEquations held = new NormalEquations(lookback, horizon);
    if (penalties.length > 1) {
      for (Batch batch : validation) {
        accumulate(batch, held);
      }
    }
    EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(equations.gram());
    RealMatrix rotated = eigen.getVT().multiply(equations.cross());
    RealMatrix best = null;
    double lowest = Double.POSITIVE_INFINITY;
    for (double penalty : penalties) {
      RealMatrix shrunk = rotated.copy();
      for (int f = 0; f < lookback; f++) {
        double factor = 1 / (Math.max(0, eigen.getEigenvalue(f)) + penalty);
        for (int h = 0; h < horizon; h++) {
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

  /** Horizon x look-back, row-major. */
  private double[] transposed(RealMatrix weights) {
    double[] flat = new double[horizon * lookback];
    for (int h = 0; h < horizon; h++) {
      for (int t = 0; t < lookback; t++) {
        flat[h * lookback + t] = weights.getEntry(t, h);
      }
    }
    return flat;
  }

  @Override
  public int parameterCount() {
    return lookback * horizon;
  }
}
