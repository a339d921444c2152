package io.ergodic.evaluation.metric;

import java.util.List;

/**
 * Brings a family of metrics, such as one for each horizon; found through ServiceLoader. A single
 * metric is registered itself.
 */
public interface MetricProvider {
  List<? extends Metric> metrics();
}
