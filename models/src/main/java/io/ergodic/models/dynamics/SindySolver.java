package io.ergodic.models.dynamics;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.models.baseline.Monomials;
import io.ergodic.models.baseline.NormalEquations;
import io.ergodic.models.baseline.SavitzkyGolay;
import io.ergodic.models.learner.Solver;
import io.ergodic.models.training.TrainingFailedException;
import java.util.Arrays;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Sequentially thresholded least squares (Brunton et al. 2016), each equation by itself: fit with a
 * ridge penalty, leave out coefficients below the threshold, fit the rest again, until none goes;
 * then once more without the penalty. All fits are of the same sums, so one pass over the data
 * suffices.
 */
final class SindySolver implements Solver {
  private static final int BLOCK = 64;

  private final int dimension;
  private final double[] middle;
  private final double[] slope;
  private final double step;
  private final Monomials terms;
  private final double threshold;
  private final double ridge;
  private final int iterations;
  private final NormalEquations equations;
  private final double[][] x;
  private final double[][] y;
  private final double[] state;

  /**
   * @param filter gives state and derivative in the middle of a window
   * @param step between rows, in units of time
   */
  SindySolver(
      int dimension,
      SavitzkyGolay filter,
      double step,
      Monomials terms,
      double threshold,
      double ridge,
      int iterations) {
    this.dimension = dimension;
    this.middle = filter.middle();
    this.slope = filter.slope();
    this.step = step;
    this.terms = terms;
    this.threshold = threshold;
    this.ridge = ridge;
    this.iterations = iterations;
    this.equations = new NormalEquations(terms.count(), dimension);
    this.x = new double[BLOCK][terms.count()];
    this.y = new double[BLOCK][dimension];
    this.state = new double[dimension];
  }

  @Override
  public void accumulate(Batch batch) {
    float[] windows = batch.floats(Batch.INPUT);
    int length = middle.length;
    int filled = 0;
    for (int i = 0; i < batch.count(); i++) {
      int from = i * length * dimension;
      for (int c = 0; c < dimension; c++) {
        double value = 0;
        double change = 0;
        for (int k = 0; k < length; k++) {
          value += middle[k] * windows[from + k * dimension + c];
          change += slope[k] * windows[from + k * dimension + c];
        }
        state[c] = value;
        y[filled][c] = change / step;
      }
      terms.evaluate(state, x[filled]);
      if (++filled == BLOCK || i == batch.count() - 1) {
        equations.add(x, y, filled);
        filled = 0;
      }
    }
  }

  @Override
  public void merge(Solver other) {
    equations.merge(((SindySolver) other).equations);
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
    RealMatrix cross = equations.cross();
    double[] weights = new double[terms.count() * dimension];
    for (int c = 0; c < dimension; c++) {
      double[] equation = equation(gram, cross.getColumn(c));
      for (int f = 0; f < equation.length; f++) {
        weights[f * dimension + c] = equation[f];
      }
    }
    return weights;
  }

  /** The coefficients of one equation, most of them 0. */
  private double[] equation(RealMatrix gram, double[] cross) {
    int[] support = new int[cross.length];
    Arrays.setAll(support, f -> f);
    for (int k = 0; k < iterations; k++) {
      double[] fitted = fit(gram, cross, support, ridge);
      int[] left = Arrays.stream(support).filter(f -> Math.abs(fitted[f]) >= threshold).toArray();
      if (left.length == support.length) {
        break;
      }
      support = left;
    }
    return fit(gram, cross, support, 0);
  }

  private static double[] fit(RealMatrix gram, double[] cross, int[] support, double penalty) {
    double[] coefficients = new double[cross.length];
    int size = support.length;
    if (size == 0) {
      return coefficients;
    }
    RealMatrix part = new Array2DRowRealMatrix(size, size);
    RealVector right = new ArrayRealVector(size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        part.setEntry(i, j, gram.getEntry(support[i], support[j]));
      }
      part.addToEntry(i, i, penalty);
      right.setEntry(i, cross[support[i]]);
    }
    try {
      RealVector solved = new CholeskyDecomposition(part, 1e-9, 0).getSolver().solve(right);
      for (int i = 0; i < size; i++) {
        coefficients[support[i]] = solved.getEntry(i);
      }
      return coefficients;
    } catch (MathRuntimeException singular) {
      throw new TrainingFailedException(
          "the monomials of SINDy are linearly dependent on this data ("
              + singular.getMessage()
              + "); lower degree, or raise threshold");
    }
  }

  @Override
  public int parameterCount() {
    return terms.count() * dimension;
  }
}
