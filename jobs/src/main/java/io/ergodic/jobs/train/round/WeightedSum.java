package io.ergodic.jobs.train.round;

/**
 * The example-weighted mean of vectors that are given one after another. In double: a float times a
 * weight below 2^29 is exact, so one vector comes out as it went in, to the bit.
 */
final class WeightedSum {
  private final double[] sum;
  private long weights;
  private boolean empty = true;

  WeightedSum(int length) {
    this.sum = new double[length];
  }

  /** Adds the values from a place on, as many as the sum has. */
  void add(float[] values, int from, long weight) {
    // Begins with the first vector, not with zero: 0.0 + -0.0 would lose a sign.
    if (empty) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] = (double) values[from + i] * weight;
      }
    } else {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += (double) values[from + i] * weight;
      }
    }
    empty = false;
    weights += weight;
  }

  /** Writes the mean from a place of the target on. */
  void mean(float[] target, int from) {
    if (weights == 0) {
      throw new IllegalStateException("no examples to average over");
    }
    for (int i = 0; i < sum.length; i++) {
      target[from + i] = (float) (sum[i] / weights);
    }
  }
}
