package io.ergodic.evaluation.metric;

import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.evaluation.evidence.Evidence;

/** Puts a dynamical system itself to the test: steps it, or its Jacobians, from test states. */
public interface DynamicsMetric extends Metric {
  /**
   * The value on the test split; not finite when the model leaves the finite numbers.
   *
   * @param seed of random draws of the metric
   */
  double value(Dynamics model, SeriesDataset data, long seed);

  /** Refuses series the metric is not defined for. */
  default void check(SeriesDataset data) {}

  @Override
  default double value(Evidence evidence) {
    SeriesDataset data = evidence.get(SeriesDataset.class);
    return value(evidence.get(Dynamics.class), data, evidence.seed());
  }

  @Override
  default void check(Dataset data) {
    if (data instanceof SeriesDataset series) {
      check(series);
    }
  }

  @Override
  default String task() {
    return "reconstruction";
  }
}
