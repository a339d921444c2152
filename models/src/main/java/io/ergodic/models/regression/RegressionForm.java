package io.ergodic.models.regression;

import io.ergodic.datasets.batch.Batch;

/**
 * How examples become rows of a linear regression y = W x. One with scratch memory belongs to one
 * solver.
 */
public interface RegressionForm {
  /** Entries of x. */
  int features();

  /** Entries of y. */
  int outputs();

  /** Rows that an example makes. */
  default int rowsAnExample() {
    return 1;
  }

  /** Numbers that are fitted. */
  default int parameters() {
    return Math.multiplyExact(features(), outputs());
  }

  /** Copies one row of one example of a batch. */
  void copy(Batch batch, int example, int row, double[] x, double[] y);
}
