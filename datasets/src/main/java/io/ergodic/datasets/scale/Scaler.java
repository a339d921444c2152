package io.ergodic.datasets.scale;

/**
 * Column-wise standardisation x -> (x - mean) / deviation, with population deviations (divisor n);
 * a constant column keeps deviation 1.
 */
public record Scaler(double[] mean, double[] deviation) {
  /** Standardises rows x columns values in place; column c is value index modulo the columns. */
  public void apply(double[] values) {
    int columns = mean.length;
    for (int i = 0; i < values.length; i++) {
      int c = i % columns;
      values[i] = (values[i] - mean[c]) / deviation[c];
    }
  }
}
