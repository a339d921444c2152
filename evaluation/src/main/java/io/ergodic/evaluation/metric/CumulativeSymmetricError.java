package io.ergodic.evaluation.metric;

import io.ergodic.datasets.data.Series;

/**
 * Valid as long as the symmetric mean absolute percentage error over all rows of the run so far
 * does not pass a threshold (Liu et al. 2025); what is 0 on both sides has no error.
 */
final class CumulativeSymmetricError implements PredictionTime.Rule {
  private final double threshold;
  private double sum;
  private long terms;

  /**
   * @param threshold from 0 to 200
   */
  CumulativeSymmetricError(double threshold) {
    this.threshold = threshold;
  }

  @Override
  public void begin() {
    sum = 0;
    terms = 0;
  }

  @Override
  public boolean valid(double[] observed, Series truth, int row) {
    for (int d = 0; d < observed.length; d++) {
      double value = truth.value(row, d);
      double size = Math.abs(observed[d]) + Math.abs(value);
      sum += size == 0 ? 0 : 200 * Math.abs(observed[d] - value) / size;
    }
    terms += observed.length;
    // Written so that what is no number is not valid.
    return sum / terms <= threshold;
  }
}
