package io.ergodic.evaluation.metric;

/**
 * Extent of one variable of a series.
 *
 * @param squares sum of squared deviations from the mean
 */
record Spread(int count, double minimum, double maximum, double mean, double squares) {
  static Spread of(double[] values, int dimension, int variable) {
    int count = 0;
    double minimum = Double.POSITIVE_INFINITY;
    double maximum = Double.NEGATIVE_INFINITY;
    double mean = 0;
    double squares = 0;
    for (int i = variable; i < values.length; i += dimension) {
      double value = values[i];
      count++;
      double delta = value - mean;
      mean += delta / count;
      squares += delta * (value - mean);
      minimum = Math.min(minimum, value);
      maximum = Math.max(maximum, value);
    }
    return new Spread(count, minimum, maximum, mean, squares);
  }

  /** Divisor n - 1. */
  double sampleDeviation() {
    return count < 2 ? 0 : Math.sqrt(squares / (count - 1));
  }

  /** Divisor n. */
  double deviation() {
    return count == 0 ? 0 : Math.sqrt(squares / count);
  }
}
