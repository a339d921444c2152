package io.ergodic.evaluation.metric;

import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.data.SeriesDataset;

/** Puts a dynamical system itself to the test: steps it, or its Jacobians, from test states. */
public non-sealed interface DynamicsMetric extends ReconstructionMetric {
  /**
   * The value on the test split; not finite when the model leaves the finite numbers.
   *
   * @param seed of random draws of the metric
   */
  double value(Dynamics model, SeriesDataset data, long seed);

  /** Whether a change of coordinates leaves the value as it is. */
  default boolean invariant() {
    return false;
  }
}
