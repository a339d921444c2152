package io.ergodic.models.baseline;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;

/**
 * How the examples of a task become rows of a linear regression y = W x, and its solution a model.
 */
interface RidgeForm {
  /** Entries of x. */
  int features();

  /** Entries of y. */
  int outputs();

  /** Rows that an example makes. */
  int rowsAnExample();

  /** Copies one row of one example of a batch. */
  void copy(Batch batch, int example, int row, double[] x, double[] y);

  /** The model of a solution: outputs x features, row-major. */
  Capability model(double[] weights);
}
