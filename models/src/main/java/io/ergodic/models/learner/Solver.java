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

  /** All that has been accumulated, to be sent elsewhere. */
  double[] statistics();

  /** Puts in place of what was accumulated what another solver of the same settings has sent. */
  void restore(double[] statistics);

  /**
   * Fits the model to all that was accumulated.
   *
   * @return the solution as a flat vector, from which {@code Model.restore} makes the model
   */
  double[] solve();

  /** Number of fitted parameters of the solved model. */
  int parameterCount();
}
