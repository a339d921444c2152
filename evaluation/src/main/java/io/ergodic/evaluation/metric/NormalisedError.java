package io.ergodic.evaluation.metric;

import io.ergodic.datasets.data.Series;

/**
 * Valid below a root mean square error of one row, every variable over its deviation (Vlachas et
 * al. 2020).
 *
 * @param precision one over the variance of each variable
 */
record NormalisedError(double[] precision, double threshold) implements PredictionTime.Rule {
  @Override
  public void begin() {}

  @Override
  public boolean valid(double[] observed, Series truth, int row) {
    double sum = 0;
    for (int d = 0; d < observed.length; d++) {
      double error = observed[d] - truth.value(row, d);
      sum += error * error * precision[d];
    }
    // Written so that what is no number is not valid.
    return Math.sqrt(sum / observed.length) < threshold;
  }
}
