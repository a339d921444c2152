package io.ergodic.models.learner;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;

/**
 * A model fitted from mergeable statistics instead of steps: one pass, one reduction, exact on any
 * number of executors.
 */
public interface Solver {
  /** Adds the statistics of a batch. */
  void accumulate(Batch batch);

  /** Adds the statistics another solver of the same settings has accumulated. */
  void merge(Solver other);

  /** Fits the model to all that was accumulated. */
  Capability solve();

  /** Number of fitted parameters of the solved model. */
  int parameterCount();
}
