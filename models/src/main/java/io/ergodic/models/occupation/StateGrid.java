package io.ergodic.models.occupation;

import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.grid.EqualBins;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/**
 * A grid over the state space of series: equal bins between the smallest value less 0.1 standard
 * deviations and the largest plus 0.1, of up to three variables; of more variables, of their three
 * leading principal components.
 */
final class StateGrid {
  private static final int AXES = 3;

  private final int bins;
  private final int dimension;
  private final double[][] axes;
  private final EqualBins[] ranges;

  /**
   * @param bins of each axis
   */
  StateGrid(List<Series> series, int bins) {
    this.bins = bins;
    this.dimension = series.get(0).dimension();
    this.axes = axes(series, dimension);
    this.ranges = new EqualBins[axes.length];
    for (int a = 0; a < axes.length; a++) {
      ranges[a] = range(series, a);
    }
  }

  private static double[][] axes(List<Series> series, int dimension) {
    double[][] axes = new double[Math.min(AXES, dimension)][dimension];
    if (dimension <= AXES) {
      for (int a = 0; a < axes.length; a++) {
        axes[a][a] = 1;
      }
      return axes;
    }
    RealMatrix covariance = covariance(series, dimension);
    EigenDecompositionSymmetric modes = new EigenDecompositionSymmetric(covariance);
    for (int a = 0; a < axes.length; a++) {
      axes[a] = modes.getEigenvector(a).toArray();
    }
    return axes;
  }

  private static RealMatrix covariance(List<Series> series, int dimension) {
    double[] mean = new double[dimension];
    double[][] products = new double[dimension][dimension];
    long rows = 0;
    for (Series each : series) {
      for (int t = 0; t < each.length(); t++) {
        rows++;
        for (int i = 0; i < dimension; i++) {
          mean[i] += each.value(t, i);
          for (int j = 0; j <= i; j++) {
            products[i][j] += each.value(t, i) * each.value(t, j);
          }
        }
      }
    }
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j <= i; j++) {
        products[i][j] = products[i][j] / rows - mean[i] / rows * (mean[j] / rows);
        products[j][i] = products[i][j];
      }
    }
    return new Array2DRowRealMatrix(products, false);
  }

  private EqualBins range(List<Series> series, int axis) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    double sum = 0;
    double squares = 0;
    long rows = 0;
    for (Series each : series) {
      for (int t = 0; t < each.length(); t++) {
        double value = project(axis, each.values(), t * dimension);
        least = Math.min(least, value);
        most = Math.max(most, value);
        sum += value;
        squares += value * value;
        rows++;
      }
    }
    double mean = sum / rows;
    double deviation = Math.sqrt(Math.max(0, squares / rows - mean * mean));
    return EqualBins.around(least, most, deviation, bins);
  }

  private double project(int axis, double[] values, int from) {
    double sum = 0;
    for (int n = 0; n < dimension; n++) {
      sum += axes[axis][n] * values[from + n];
    }
    return sum;
  }

  int dimension() {
    return dimension;
  }

  int cells() {
    return (int) Math.pow(bins, axes.length);
  }

  /** The cell of a row that begins at an offset; -1 outside, and where a value is NaN. */
  int cell(double[] values, int from) {
    int cell = 0;
    for (int a = 0; a < axes.length; a++) {
      int bin = ranges[a].of(project(a, values, from));
      if (bin < 0) {
        return -1;
      }
      cell = cell * bins + bin;
    }
    return cell;
  }
}
