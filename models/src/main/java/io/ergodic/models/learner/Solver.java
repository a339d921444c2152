package io.ergodic.models.learner;

import io.ergodic.datasets.batch.Batch;

/**
 * A model fitted from mergeable statistics instead of steps: one pass, one reduction, exact on any
 * number of executors.
 */
public interface Solver {
  /** Adds the statistics of a batch. */
  void accumulate(Batch batch);

  /** Adds the statistics another solver of the same settings has accumulated. */
  void merge(Solver other);

  /**
   * Fits the model to all that was accumulated.
   *
   * @return the solution as a flat vector, from which {@code Model.restore} makes the model
   */
  double[] solve();

  /** Number of fitted parameters of the solved model. */
  int parameterCount();
}
