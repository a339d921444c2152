package io.ergodic.datasets.data;

import java.util.Arrays;

/**
 * A multivariate series sampled at equal steps.
 *
 * @param id which trajectory of the dataset it is
 * @param start time of the first row, in model time units (or row numbers for files)
 * @param step time between rows
 * @param dimension number of variables
 * @param values rows x dimension, row-major in time
 */
public record Series(String id, double start, double step, int dimension, double[] values) {
  public Series {
    if (dimension < 1 || values.length % dimension != 0) {
      throw new IllegalArgumentException(
          id + ": " + values.length + " values are no rows of " + dimension);
    }
  }

  /** Number of rows. */
  public int length() {
    return values.length / dimension;
  }

  public double value(int row, int variable) {
    return values[row * dimension + variable];
  }

  /** Rows {@code from} (included) to {@code to} (excluded), copied. */
  public Series slice(int from, int to) {
    double[] part = Arrays.copyOfRange(values, from * dimension, to * dimension);
    return new Series(id, start + from * step, step, dimension, part);
  }
}
