package io.ergodic.evaluation.metric;

import java.util.List;

/** Brings metrics into the catalogue; found through ServiceLoader. */
public interface MetricProvider {
  List<? extends Metric> metrics();
}
