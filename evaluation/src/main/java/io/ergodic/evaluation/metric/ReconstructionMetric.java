package io.ergodic.evaluation.metric;

import io.ergodic.datasets.data.SeriesDataset;

/** How well a model shows the dynamics behind a series. */
public sealed interface ReconstructionMetric extends Metric
    permits AttractorMetric, DynamicsMetric {
  @Override
  default String task() {
    return "reconstruction";
  }

  /**
   * Refuses data the metric is not defined for.
   *
   * @throws io.ergodic.datasets.settings.InvalidInputException saying what the data lacks
   */
  default void check(SeriesDataset data) {}
}
