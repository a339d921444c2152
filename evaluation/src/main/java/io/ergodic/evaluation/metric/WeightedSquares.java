package io.ergodic.evaluation.metric;

import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;

/**
 * Squared errors over variances.
 *
 * @param precision one over the variance of each variable, 0 for one that stays as it is
 */
record WeightedSquares(double[] precision) {
  /** Each variable over its own variance in the test series. */
  static WeightedSquares each(SeriesDataset data) {
    return of(data, false);
  }

  /** All over the variance of all values of all variables as one sample. */
  static WeightedSquares pooled(SeriesDataset data) {
    return of(data, true);
  }

  private static WeightedSquares of(SeriesDataset data, boolean pooled) {
    double[] all =
        StateSpaceDivergence.pool(data.series(Split.TEST).stream().map(Series::values).toList());
    double[] precision = new double[data.dimension()];
    for (int d = 0; d < precision.length; d++) {
      double deviation =
          (pooled ? Spread.of(all, 1, 0) : Spread.of(all, precision.length, d)).deviation();
      precision[d] = deviation > 0 ? 1 / (deviation * deviation) : 0;
    }
    return new WeightedSquares(precision);
  }

  /** A sum with the squares of a row added, variable by variable. */
  double add(double sum, double[] observed, Series truth, int row) {
    double squares = sum;
    for (int d = 0; d < observed.length; d++) {
      double error = observed[d] - truth.value(row, d);
      squares += error * error * precision[d];
    }
    return squares;
  }
}
