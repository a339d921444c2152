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

  void add(float[] values, long weight) {
    // Begins with the first vector, not with zero: 0.0 + -0.0 would lose a sign.
    for (int i = 0; i < sum.length; i++) {
      double term = (double) values[i] * weight;
      sum[i] = empty ? term : sum[i] + term;
    }
    empty = false;
    weights += weight;
  }

  float[] mean() {
    if (weights == 0) {
      throw new IllegalStateException("no examples to average over");
    }
    float[] mean = new float[sum.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) (sum[i] / weights);
    }
    return mean;
  }
}
