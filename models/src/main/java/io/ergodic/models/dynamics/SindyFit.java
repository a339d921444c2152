package io.ergodic.models.dynamics;

import io.ergodic.models.regression.NormalEquations;
import java.util.Arrays;
import java.util.function.Function;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;

/**
 * Sequentially thresholded least squares (Brunton et al. 2016), each equation by itself: fit with a
 * ridge penalty, leave out coefficients below the threshold, fit the rest again, until none goes;
 * then once more without the penalty. All fits are of the same sums, so one pass over the data
 * suffices. The solution is monomials x dimension, row-major.
 */
record SindyFit(double threshold, double ridge, int iterations)
    implements Function<NormalEquations, double[]> {
  @Override
  public double[] apply(NormalEquations equations) {
    RealMatrix gram = equations.gram();
    RealMatrix cross = equations.cross();
    int dimension = cross.getColumnDimension();
    double[] weights = new double[cross.getRowDimension() * dimension];
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
    RealMatrix right = new Array2DRowRealMatrix(size, 1);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        part.setEntry(i, j, gram.getEntry(support[i], support[j]));
      }
      part.addToEntry(i, i, penalty);
      right.setEntry(i, 0, cross[support[i]]);
    }
    double[] solved =
        NormalEquations.solve(
            part,
            right,
            "monomials of SINDy are linearly dependent",
            "lower degree, or raise threshold");
    for (int i = 0; i < size; i++) {
      coefficients[support[i]] = solved[i];
    }
    return coefficients;
  }
}
