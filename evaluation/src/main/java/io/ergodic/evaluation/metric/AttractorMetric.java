package io.ergodic.evaluation.metric;

import java.util.List;

/** Compares the invariant statistics of free runs with those of test series. */
public non-sealed interface AttractorMetric extends ReconstructionMetric {
  /**
   * The value over all test series.
   *
   * @param seed of random draws of the metric
   */
  double value(List<Orbits> orbits, long seed);
}
