package io.ergodic.models.dynamics;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.models.regression.RegressionForm;

/**
 * Delays of some coordinates, two rows more on either side than a column of the Hankel matrix has,
 * so that the sums of their products hold those of the matrix moved by up to two rows: all that its
 * singular vectors, and differences of their coordinates, are made of. x has the newest row first;
 * y is the row in time with the newest of the column.
 */
final class HavokForm implements RegressionForm {
  /** Rows that a central difference of fourth order reaches to either side. */
  static final int REACH = 2;

  private final int dimension;
  private final int[] coordinates;
  private final int length;
  private final int rank;

  HavokForm(int dimension, int[] coordinates, int delays, int rank) {
    this.dimension = dimension;
    this.coordinates = coordinates.clone();
    this.length = windowLength(delays);
    this.rank = rank;
  }

  /** Rows of a training window. */
  static int windowLength(int delays) {
    return delays + 2 * REACH;
  }

  @Override
  public int features() {
    return length * coordinates.length;
  }

  @Override
  public int outputs() {
    return dimension;
  }

  /** Of the linear equation. */
  @Override
  public int parameters() {
    return rank * rank;
  }

  @Override
  public void copy(Batch batch, int example, int row, double[] x, double[] y) {
    float[] windows = batch.floats(Batch.INPUT);
    int first = example * length * dimension;
    int at = 0;
    for (int age = 0; age < length; age++) {
      int from = first + (length - 1 - age) * dimension;
      for (int coordinate : coordinates) {
        x[at++] = windows[from + coordinate];
      }
    }
    int now = first + (length - 1 - REACH) * dimension;
    for (int c = 0; c < dimension; c++) {
      y[c] = windows[now + c];
    }
  }
}
