package io.ergodic.models.forecaster;

import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.settings.InvalidInputException;
import java.util.List;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * How the rows of all windows of a length hang together in the mean over the variables, and the
 * orthogonal matrix that takes this apart (OrthoTrans of OLinear, Yue et al. 2025). As in the
 * authors' script, the covariance of each variable is divided by the variance of its column, the
 * triangle below the diagonal counts, and a variable with a variance below 1e-4 is left out.
 */
final class WindowCorrelation {
  private static final double LEAST = 1e-4;

  private final int length;

  WindowCorrelation(int length) {
    this.length = length;
  }

  /** Eigenvectors as rows, (length, length) row-major, that of the largest eigenvalue first. */
  float[] eigenvectors(List<Series> all) {
    RealMatrix mean = mean(all);
    RealMatrix rows = new EigenDecompositionSymmetric(mean).getVT();
    float[] flat = new float[length * length];
    for (int i = 0; i < length; i++) {
      for (int j = 0; j < length; j++) {
        flat[i * length + j] = (float) rows.getEntry(i, j);
      }
    }
    return flat;
  }

  /** The mean over the variables, symmetric. */
  RealMatrix mean(List<Series> all) {
    int dimension = all.get(0).dimension();
    RealMatrix sum = MatrixUtils.createRealMatrix(length, length);
    int counted = 0;
    for (int variable = 0; variable < dimension; variable++) {
      counted += add(covariance(all, variable), sum) ? 1 : 0;
    }
    if (counted == 0) {
      throw new InvalidInputException(
          "network olinear: no variable of the train split has a variance of "
              + LEAST
              + " in windows of "
              + length
              + " rows");
    }
    return sum.scalarMultiply(1.0 / counted);
  }

  private boolean add(double[][] covariance, RealMatrix sum) {
    for (int i = 0; i < length; i++) {
      if (covariance[i][i] < LEAST) {
        return false;
      }
    }
    for (int i = 0; i < length; i++) {
      for (int j = 0; j <= i; j++) {
        double value = covariance[i][j] / covariance[j][j];
        sum.addToEntry(i, j, value);
        if (i != j) {
          sum.addToEntry(j, i, value);
        }
      }
    }
    return true;
  }

  /** Lower triangle of the covariance of the rows of a window, over all windows of all series. */
  private double[][] covariance(List<Series> all, int variable) {
    double[][] products = new double[length][length];
    double[] sums = new double[length];
    long windows = 0;
    for (Series series : all) {
      double[] values = column(series, variable);
      int own = values.length - length + 1;
      if (own > 0) {
        windows += own;
        add(values, own, products, sums);
      }
    }
    if (windows < 2) {
      throw new InvalidInputException(
          "network olinear: the train split holds no two windows of " + length + " rows");
    }
    for (int i = 0; i < length; i++) {
      for (int j = 0; j <= i; j++) {
        products[i][j] = (products[i][j] - sums[i] * sums[j] / windows) / (windows - 1);
      }
    }
    return products;
  }

  /**
   * Along a diagonal each sum is the one before, less its first product and with a new last one.
   */
  private void add(double[] values, int windows, double[][] products, double[] sums) {
    for (int lag = 0; lag < length; lag++) {
      double sum = 0;
      for (int t = 0; t < windows; t++) {
        sum += values[t] * values[t + lag];
      }
      products[lag][0] += sum;
      for (int j = 1; j + lag < length; j++) {
        int last = windows + j - 1;
        sum += values[last] * values[last + lag] - values[j - 1] * values[j - 1 + lag];
        products[j + lag][j] += sum;
      }
    }
    double sum = 0;
    for (int t = 0; t < windows; t++) {
      sum += values[t];
    }
    sums[0] += sum;
    for (int j = 1; j < length; j++) {
      sum += values[windows + j - 1] - values[j - 1];
      sums[j] += sum;
    }
  }

  /** A variable over time. */
  static double[] column(Series series, int variable) {
    int dimension = series.dimension();
    double[] column = new double[series.values().length / dimension];
    for (int t = 0; t < column.length; t++) {
      column[t] = series.values()[t * dimension + variable];
      if (Double.isNaN(column[t])) {
        throw new InvalidInputException(
            "network olinear: row "
                + t
                + " of "
                + series.id()
                + " holds a missing value, which"
                + " has no correlation; fill it, or use another forecaster");
      }
    }
    return column;
  }
}
