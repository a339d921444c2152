package io.ergodic.models.regression;

import io.ergodic.datasets.data.Series;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Smoothing by local polynomials (Savitzky and Golay 1964): every value becomes that of the
 * least-squares polynomial over the window around it; at the ends, over the first or last window.
 */
public final class SavitzkyGolay {
  private final double[][] weights;
  private final double[] slope;

  /**
   * @param window odd number of rows
   * @param degree of the polynomial, below the window
   */
  public SavitzkyGolay(int window, int degree) {
    double[][] powers = new double[window][degree + 1];
    for (int i = 0; i < window; i++) {
      double position = 2.0 * i / (window - 1) - 1;
      for (int p = 0; p <= degree; p++) {
        powers[i][p] = Math.pow(position, p);
      }
    }
    RealMatrix basis = new Array2DRowRealMatrix(powers, false);
    RealMatrix inverse = new QRDecomposition(basis).getSolver().getInverse();
    weights = basis.multiply(inverse).getData();
    slope = degree == 0 ? new double[window] : inverse.getRow(1);
    for (int i = 0; i < window; i++) {
      slope[i] *= 2.0 / (window - 1);
    }
  }

  /** Weights over a window whose sum is the value of the polynomial in its middle. */
  public double[] middle() {
    return weights[weights.length / 2].clone();
  }

  /** Weights whose sum is the derivative of the polynomial there, per row. */
  public double[] slope() {
    return slope.clone();
  }

  /** The smoothed series; one shorter than the window is returned as it is. */
  public Series apply(Series series) {
    int window = weights.length;
    int length = series.length();
    if (length < window) {
      return series;
    }
    int dimension = series.dimension();
    double[] smooth = new double[series.values().length];
    for (int row = 0; row < length; row++) {
      int start = Math.max(0, Math.min(row - window / 2, length - window));
      double[] weight = weights[row - start];
      for (int k = 0; k < window; k++) {
        for (int c = 0; c < dimension; c++) {
          smooth[row * dimension + c] += weight[k] * series.value(start + k, c);
        }
      }
    }
    return new Series(series.id(), series.start(), series.step(), dimension, smooth);
  }
}
