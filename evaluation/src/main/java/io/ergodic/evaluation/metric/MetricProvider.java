package io.ergodic.evaluation.metric;

import java.util.List;
import java.util.Optional;

/**
 * Brings a family of metrics, such as one for each horizon; found through ServiceLoader. A single
 * metric is registered itself.
 */
public interface MetricProvider {
  List<? extends Metric> metrics();

  /** A member of the family that is not listed, by a name that only it understands. */
  default Optional<? extends Metric> named(String name) {
    return Optional.empty();
  }
}
