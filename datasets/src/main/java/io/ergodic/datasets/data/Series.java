package io.ergodic.datasets.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A multivariate series sampled at equal steps. The values are not to be changed: all who read a
 * series share them.
 */
public final class Series {
  private final String id;
  private final double start;
  private final double step;
  private final int dimension;
  private final double[] values;
  private volatile float[] floats;

  /**
   * @param id which trajectory of the dataset it is
   * @param start time of the first row, in model time units (or row numbers for files)
   * @param step time between rows
   * @param dimension number of variables
   * @param values rows x dimension, row-major in time
   */
  public Series(String id, double start, double step, int dimension, double[] values) {
    if (dimension < 1 || values.length % dimension != 0) {
      throw new IllegalArgumentException(
          id + ": " + values.length + " values are no rows of " + dimension);
    }
    this.id = id;
    this.start = start;
    this.step = step;
    this.dimension = dimension;
    this.values = values;
  }

  public String id() {
    return id;
  }

  /** Time of the first row. */
  public double start() {
    return start;
  }

  /** Time between rows. */
  public double step() {
    return step;
  }

  /** Number of variables. */
  public int dimension() {
    return dimension;
  }

  /** Rows x dimension, row-major in time. */
  public double[] values() {
    return values;
  }

  /**
   * The values as models read them, rounded once and kept: all learners of a process share them.
   */
  public float[] floats() {
    float[] known = floats;
    if (known == null) {
      synchronized (this) {
        known = floats;
        if (known == null) {
          known = new float[values.length];
          for (int i = 0; i < known.length; i++) {
            known[i] = (float) values[i];
          }
          floats = known;
        }
      }
    }
    return known;
  }

  /** Number of rows. */
  public int length() {
    return values.length / dimension;
  }

  public double value(int row, int variable) {
    return values[row * dimension + variable];
  }

  /**
   * The longest stretches of rows without a missing value (NaN), in order: the series itself where
   * none is missing.
   */
  public List<Series> complete() {
    List<Series> stretches = new ArrayList<>();
    int from = 0;
    for (int row = 0; row <= length(); row++) {
      if (row == length() || missing(row)) {
        if (row > from) {
          stretches.add(from == 0 && row == length() ? this : slice(from, row));
        }
        from = row + 1;
      }
    }
    return stretches;
  }

  private boolean missing(int row) {
    for (int i = row * dimension; i < (row + 1) * dimension; i++) {
      if (Double.isNaN(values[i])) {
        return true;
      }
    }
    return false;
  }

  /** Rows {@code from} (included) to {@code to} (excluded), copied. */
  public Series slice(int from, int to) {
    double[] part = Arrays.copyOfRange(values, from * dimension, to * dimension);
    return new Series(id, start + from * step, step, dimension, part);
  }

  @Override
  public String toString() {
    return "series " + id + " of " + length() + " rows of " + dimension;
  }
}
