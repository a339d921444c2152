package io.ergodic.datasets.scale;

import java.io.Serializable;

/**
 * Count, mean and sum of squared deviations per column, mergeable (Chan, Golub, LeVeque 1979).
 * Merging in a fixed order gives the same bits whatever computed the parts.
 */
public final class Moments implements Serializable {
  private static final long serialVersionUID = 1L;

  private long count;
  private final double[] mean;
  private final double[] squares;

  public Moments(int columns) {
    mean = new double[columns];
    squares = new double[columns];
  }

  public long count() {
    return count;
  }

  /** Adds one row. */
  public void add(double[] values, int offset) {
    count++;
    for (int c = 0; c < mean.length; c++) {
      double value = values[offset + c];
      double delta = value - mean[c];
      mean[c] += delta / count;
      squares[c] += delta * (value - mean[c]);
    }
  }

  /** Adds one value of every column from unsigned bytes, e.g. a pixel. */
  public void add(byte[] values, int offset, double unit) {
    count++;
    for (int c = 0; c < mean.length; c++) {
      double value = (values[offset + c] & 0xff) * unit;
      double delta = value - mean[c];
      mean[c] += delta / count;
      squares[c] += delta * (value - mean[c]);
    }
  }

  public void merge(Moments other) {
    if (other.count == 0) {
      return;
    }
    if (count == 0) {
      // The formula below would round: x * n / n is not always x.
      count = other.count;
      System.arraycopy(other.mean, 0, mean, 0, mean.length);
      System.arraycopy(other.squares, 0, squares, 0, squares.length);
      return;
    }
    long total = count + other.count;
    for (int c = 0; c < mean.length; c++) {
      double delta = other.mean[c] - mean[c];
      mean[c] += delta * other.count / total;
      squares[c] += other.squares[c] + delta * delta * ((double) count * other.count / total);
    }
    count = total;
  }

  /** Count, means and sums of squares in a row. */
  public double[] flat() {
    double[] flat = new double[1 + 2 * mean.length];
    flat[0] = count;
    System.arraycopy(mean, 0, flat, 1, mean.length);
    System.arraycopy(squares, 0, flat, 1 + mean.length, mean.length);
    return flat;
  }

  /** Takes over what {@link #flat} gave. */
  public void restore(double[] flat) {
    count = (long) flat[0];
    System.arraycopy(flat, 1, mean, 0, mean.length);
    System.arraycopy(flat, 1 + mean.length, squares, 0, mean.length);
  }

  /** Population deviations, 0 for a constant column. */
  public double[] deviations() {
    double[] deviation = new double[mean.length];
    for (int c = 0; c < mean.length; c++) {
      deviation[c] = count == 0 ? 0 : Math.sqrt(squares[c] / count);
    }
    return deviation;
  }

  public Scaler scaler() {
    double[] deviation = deviations();
    for (int c = 0; c < mean.length; c++) {
      deviation[c] = deviation[c] > 0 ? deviation[c] : 1;
    }
    return new Scaler(mean.clone(), deviation);
  }
}
