package io.ergodic.evaluation.metric;

import io.ergodic.evaluation.evidence.Evidence;
import io.ergodic.evaluation.evidence.FreeRuns;
import io.ergodic.evaluation.evidence.Orbits;
import java.util.List;

/** Compares the invariant statistics of free runs with those of test series. */
public interface AttractorMetric extends Metric {
  /**
   * The value over all test series.
   *
   * @param seed of random draws of the metric
   */
  double value(List<Orbits> orbits, long seed);

  @Override
  default double value(Evidence evidence) {
    return value(evidence.get(FreeRuns.class).orbits(), evidence.seed());
  }

  @Override
  default String task() {
    return "reconstruction";
  }
}
