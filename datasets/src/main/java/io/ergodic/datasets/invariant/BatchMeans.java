package io.ergodic.datasets.invariant;

import java.util.Arrays;

/**
 * Means of correlated rows of numbers with standard errors by batch means: rows are averaged over
 * ever longer batches, 32 to 64 of them, whose means are nearly independent (Law and Carson, Oper.
 * Res. 27, 1979). Holds the batches only, however many rows there are.
 */
public final class BatchMeans {
  private static final int MOST = 64;

  private final double[][] means;
  private final double[] sum;
  private long batchLength;
  private long pending;
  private int count;

  /**
   * @param columns numbers in a row
   * @param batchLength rows of a batch at first
   */
  public BatchMeans(int columns, long batchLength) {
    this.means = new double[MOST][columns];
    this.sum = new double[columns];
    this.batchLength = batchLength;
  }

  /** Adds a row; all batches must not be full. */
  public void add(double[] row) {
    for (int c = 0; c < sum.length; c++) {
      sum[c] += row[c];
    }
    if (++pending == batchLength) {
      for (int c = 0; c < sum.length; c++) {
        means[count][c] = sum[c] / batchLength;
      }
      Arrays.fill(sum, 0);
      pending = 0;
      count++;
    }
  }

  public boolean full() {
    return count == MOST;
  }

  /** Number of complete batches; rows of an incomplete one count for nothing. */
  public int count() {
    return count;
  }

  public long batchLength() {
    return batchLength;
  }

  /** Rows in complete batches. */
  public long rows() {
    return count * batchLength;
  }

  /** Joins neighbours, which makes room for as many rows again. */
  public void join() {
    for (int b = 0; b < count / 2; b++) {
      for (int c = 0; c < sum.length; c++) {
        means[b][c] = 0.5 * (means[2 * b][c] + means[2 * b + 1][c]);
      }
    }
    count /= 2;
    batchLength *= 2;
  }

  /** Forgets the first half of the batches; returns how many rows they held. */
  public long forgetFirstHalf() {
    int dropped = count / 2;
    for (int b = dropped; b < count; b++) {
      System.arraycopy(means[b], 0, means[b - dropped], 0, sum.length);
    }
    count -= dropped;
    return dropped * batchLength;
  }

  public double mean(int column) {
    return mean(column, 0, count);
  }

  public double standardError(int column) {
    return standardError(column, 0, count);
  }

  /**
   * Whether first and second half have different means, by more than four standard errors and by
   * more than {@code negligible}.
   */
  public boolean drifts(int column, double negligible) {
    int half = count / 2;
    double first = standardError(column, 0, half);
    double second = standardError(column, half, count);
    double difference = Math.abs(mean(column, 0, half) - mean(column, half, count));
    return difference > negligible && difference > 4 * Math.sqrt(first * first + second * second);
  }

  /** A number that is computed from the means of all columns. */
  @FunctionalInterface
  public interface Statistic {
    double of(double[] means);
  }

  /**
   * The jackknife standard error of a statistic: leaves out one batch after the other, and so
   * respects the correlations between columns.
   */
  public double jackknife(Statistic statistic) {
    double[] total = new double[sum.length];
    for (int b = 0; b < count; b++) {
      for (int c = 0; c < total.length; c++) {
        total[c] += means[b][c];
      }
    }
    double[] without = new double[total.length];
    double[] values = new double[count];
    double average = 0;
    for (int b = 0; b < count; b++) {
      for (int c = 0; c < total.length; c++) {
        without[c] = (total[c] - means[b][c]) / (count - 1);
      }
      values[b] = statistic.of(without);
      average += values[b] / count;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - average) * (value - average);
    }
    return Math.sqrt(squares * (count - 1) / count);
  }

  private double mean(int column, int from, int to) {
    double total = 0;
    for (int b = from; b < to; b++) {
      total += means[b][column];
    }
    return total / (to - from);
  }

  private double standardError(int column, int from, int to) {
    double average = mean(column, from, to);
    double squares = 0;
    for (int b = from; b < to; b++) {
      squares += (means[b][column] - average) * (means[b][column] - average);
    }
    int batches = to - from;
    return Math.sqrt(squares / (batches - 1) / batches);
  }
}
