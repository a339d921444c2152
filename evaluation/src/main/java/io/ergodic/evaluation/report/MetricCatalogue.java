package io.ergodic.evaluation.report;

import io.ergodic.datasets.registry.Registry;
import io.ergodic.evaluation.metric.Direction;
import io.ergodic.evaluation.metric.Metric;
import java.util.Optional;

/** What the report says of a metric; one that the catalogue lacks is shown by its name. */
public record MetricCatalogue(Registry<Metric> metrics) {
  public String title(String metric) {
    return find(metric).map(Metric::title).orElse(metric);
  }

  /** Whether a metric of this name is there. */
  public boolean knows(String metric) {
    return find(metric).isPresent();
  }

  public String description(String metric) {
    return find(metric).map(Metric::description).orElse("");
  }

  /** Lower is better unless the catalogue says otherwise. */
  public Direction direction(String metric) {
    return find(metric).map(Metric::direction).orElse(Direction.LOWER_IS_BETTER);
  }

  /** A sign beside the title for the good direction. */
  public String arrow(String metric) {
    return switch (direction(metric)) {
      case LOWER_IS_BETTER -> "↓";
      case HIGHER_IS_BETTER -> "↑";
      case CLOSER_TO_FLOOR_IS_BETTER -> "≈";
    };
  }

  /** The same in words. */
  public String goal(String metric) {
    return switch (direction(metric)) {
      case LOWER_IS_BETTER -> "lower is better";
      case HIGHER_IS_BETTER -> "higher is better";
      case CLOSER_TO_FLOOR_IS_BETTER -> "closer to the truth's is better";
    };
  }

  private Optional<Metric> find(String metric) {
    return metrics.contains(metric)
        ? Optional.of(metrics.get(metric, "metrics"))
        : Optional.empty();
  }
}
