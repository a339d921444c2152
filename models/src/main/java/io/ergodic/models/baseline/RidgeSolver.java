package io.ergodic.models.baseline;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.models.learner.Solver;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/**
 * Ridge regression on the rows that a form makes of examples. One eigendecomposition serves all
 * penalties; the best on the validation examples is taken.
 */
final class RidgeSolver implements Solver {
  private static final int BLOCK = 64;

  private final RidgeForm form;
  private final double[] penalties;
  private final Iterable<Batch> validation;
  private final NormalEquations equations;
  private final double[][] x;
  private final double[][] y;

  RidgeSolver(RidgeForm form, double[] penalties, Iterable<Batch> validation) {
    this.form = form;
    this.penalties = penalties;
    this.validation = validation;
    this.equations = new NormalEquations(form.features(), form.outputs());
    this.x = new double[BLOCK][form.features()];
    this.y = new double[BLOCK][form.outputs()];
  }

  @Override
  public void accumulate(Batch batch) {
    accumulate(batch, equations);
  }

  private void accumulate(Batch batch, NormalEquations sums) {
    int filled = 0;
    int rows = form.rowsAnExample();
    int total = batch.count() * rows;
    for (int i = 0; i < total; i++) {
      form.copy(batch, i / rows, i % rows, x[filled], y[filled]);
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
  public double[] statistics() {
    return equations.flat();
  }

  @Override
  public void restore(double[] statistics) {
    equations.restore(statistics);
  }

  @Override
  public double[] solve() {
    NormalEquations held = new NormalEquations(form.features(), form.outputs());
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

  /** Outputs x features, row-major. */
  private double[] transposed(RealMatrix weights) {
    int features = form.features();
    double[] flat = new double[parameterCount()];
    for (int o = 0; o < form.outputs(); o++) {
      for (int f = 0; f < features; f++) {
        flat[o * features + f] = weights.getEntry(f, o);
      }
    }
    return flat;
  }

  @Override
  public int parameterCount() {
    return Math.multiplyExact(form.features(), form.outputs());
  }
}
