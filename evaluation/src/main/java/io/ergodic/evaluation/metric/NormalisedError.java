package io.ergodic.evaluation.metric;

import io.ergodic.datasets.data.Series;

/**
 * Valid below a root mean square error of one row, every variable over its deviation (Vlachas et
 * al. 2020).
 *
 * @param squares of errors, each variable over its variance
 */
record NormalisedError(WeightedSquares squares, double threshold) implements PredictionTime.Rule {
  @Override
  public void begin() {}

  @Override
  public boolean valid(double[] observed, Series truth, int row) {
    // Written so that what is no number is not valid.
    return Math.sqrt(squares.add(0, observed, truth, row) / observed.length) < threshold;
  }
}
