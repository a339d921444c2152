package io.ergodic.models.baseline;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.models.learner.Solver;
import io.ergodic.models.training.TrainingFailedException;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/** Ridge regression of the increments on the monomials of delayed values. */
final class NvarSolver implements Solver {
  private static final int BLOCK = 64;

  private final int dimension;
  private final int delays;
  private final int stride;
  private final double ridge;
  private final Monomials monomials;
  private final NormalEquations equations;
  private final double[][] x;
  private final double[][] y;
  private final double[] variables;

  NvarSolver(int dimension, int delays, int stride, double ridge, Monomials monomials) {
    this.dimension = dimension;
    this.delays = delays;
    this.stride = stride;
    this.ridge = ridge;
    this.monomials = monomials;
    this.equations = new NormalEquations(monomials.count(), dimension);
    this.x = new double[BLOCK][monomials.count()];
    this.y = new double[BLOCK][dimension];
    this.variables = new double[dimension * delays];
  }

  /** Rows of a training window: the context and the row to be predicted. */
  int windowLength() {
    return (delays - 1) * stride + 2;
  }

  @Override
  public void accumulate(Batch batch) {
    float[] windows = batch.floats(Batch.INPUT);
    int length = batch.shape(Batch.INPUT)[0];
    int filled = 0;
    for (int i = 0; i < batch.count(); i++) {
      int last = (i * length + length - 2) * dimension;
      for (int d = 0; d < delays; d++) {
        for (int c = 0; c < dimension; c++) {
          variables[d * dimension + c] = windows[last - d * stride * dimension + c];
        }
      }
      monomials.evaluate(variables, x[filled]);
      for (int c = 0; c < dimension; c++) {
        y[filled][c] = (double) windows[last + dimension + c] - windows[last + c];
      }
      if (++filled == BLOCK || i == batch.count() - 1) {
        equations.add(x, y, filled);
        filled = 0;
      }
    }
  }

  @Override
  public void merge(Solver other) {
    equations.merge(((NvarSolver) other).equations);
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
    RealMatrix gram = equations.gram();
    for (int f = 0; f < monomials.count(); f++) {
      gram.addToEntry(f, f, ridge);
    }
    try {
      RealMatrix weights =
          new CholeskyDecomposition(gram, 1e-9, 0).getSolver().solve(equations.cross());
      return flat(weights);
    } catch (MathRuntimeException singular) {
      throw new TrainingFailedException(
          "the features of NVAR are linearly dependent on this data ("
              + singular.getMessage()
              + "); raise ridge above "
              + ridge);
    }
  }

  /** Features x dimension, row-major. */
  private static double[] flat(RealMatrix weights) {
    double[] flat = new double[weights.getRowDimension() * weights.getColumnDimension()];
    for (int f = 0; f < weights.getRowDimension(); f++) {
      System.arraycopy(
          weights.getRow(f),
          0,
          flat,
          f * weights.getColumnDimension(),
          weights.getColumnDimension());
    }
    return flat;
  }

  @Override
  public int parameterCount() {
    return monomials.count() * dimension;
  }
}
