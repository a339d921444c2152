package io.ergodic.models.dynamics;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.models.baseline.Monomials;
import io.ergodic.models.baseline.NormalEquations;
import io.ergodic.models.learner.Solver;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/**
 * Least squares of the next row on delayed rows, in the leading right singular directions of the
 * data: those of the largest eigenvalues of X'X. Directions whose singular value is below 1e-7 of
 * the largest are noise of rounding and never used. The solution has the form of {@link
 * io.ergodic.models.baseline.NvarDynamics}: weights of the increments, features x dimension.
 */
final class DmdSolver implements Solver {
  private static final int BLOCK = 64;

  /** Of eigenvalues of X'X, squares of singular values. */
  private static final double NOISE = 1e-14;

  private final int dimension;
  private final int delays;
  private final int stride;
  private final int rank;
  private final Monomials terms;
  private final NormalEquations equations;
  private final double[][] x;
  private final double[][] y;
  private final double[] variables;

  DmdSolver(int dimension, int delays, int stride, int rank, Monomials terms) {
    this.dimension = dimension;
    this.delays = delays;
    this.stride = stride;
    this.rank = rank;
    this.terms = terms;
    this.equations = new NormalEquations(terms.count(), dimension);
    this.x = new double[BLOCK][terms.count()];
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
      terms.evaluate(variables, x[filled]);
      for (int c = 0; c < dimension; c++) {
        y[filled][c] = windows[last + dimension + c];
      }
      if (++filled == BLOCK || i == batch.count() - 1) {
        equations.add(x, y, filled);
        filled = 0;
      }
    }
  }

  @Override
  public void merge(Solver other) {
    equations.merge(((DmdSolver) other).equations);
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
    int features = terms.count();
    RealMatrix cross = equations.cross();
    EigenDecompositionSymmetric modes = new EigenDecompositionSymmetric(equations.gram());
    double[] values = modes.getEigenvalues();
    double least = NOISE * values[0];
    int used = rank == 0 ? features : Math.min(rank, features);
    double[] weights = new double[features * dimension];
    // Eigenvalues come in falling order.
    for (int k = 0; k < used && values[k] > least; k++) {
      double[] mode = modes.getEigenvector(k).toArray();
      for (int c = 0; c < dimension; c++) {
        double projection = 0;
        for (int f = 0; f < features; f++) {
          projection += mode[f] * cross.getEntry(f, c);
        }
        for (int f = 0; f < features; f++) {
          weights[f * dimension + c] += mode[f] * projection / values[k];
        }
      }
    }
    int first = features - dimension * delays;
    for (int c = 0; c < dimension; c++) {
      weights[(first + c) * dimension + c] -= 1;
    }
    return weights;
  }

  @Override
  public int parameterCount() {
    return terms.count() * dimension;
  }
}
