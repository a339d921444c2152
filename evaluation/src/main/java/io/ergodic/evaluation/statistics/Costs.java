package io.ergodic.evaluation.statistics;

import io.ergodic.datasets.scale.Median;
import io.ergodic.evaluation.metric.Direction;
import io.ergodic.evaluation.result.TrialRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the value of a metric into a cost, for tables and leaderboards alike: lower is better, and
 * infinite for a failed trial and for a failed metric. Where a value is to be close to the floor's,
 * the cost is its distance from the median floor of the same experiment and dataset, and NaN where
 * there is no floor.
 */
public final class Costs {
  private final String metric;
  private final Direction direction;
  private final Map<String, Double> floors;

  /**
   * @param records among which the floors are
   */
  public Costs(String metric, Direction direction, List<TrialRecord> records) {
    this.metric = metric;
    this.direction = direction;
    Map<String, List<Double>> values = new HashMap<>();
    for (TrialRecord record : records) {
      double value = value(record);
      if (record.floor() && Double.isFinite(value)) {
        values.computeIfAbsent(place(record), k -> new ArrayList<>()).add(value);
      }
    }
    this.floors = new HashMap<>();
    values.forEach(
        (place, list) ->
            floors.put(place, Median.of(list.stream().mapToDouble(Double::doubleValue).toArray())));
  }

  /** The experiment and dataset of a trial. */
  static String place(TrialRecord record) {
    return record.experiment() + "\u0000" + record.dataset();
  }

  /** The cost of a trial; NaN where it is a distance from a floor that does not exist. */
  public double of(TrialRecord record) {
    double value = value(record);
    if (direction == Direction.CLOSER_TO_FLOOR_IS_BETTER) {
      Double floor = floors.get(place(record));
      if (floor == null) {
        return Double.NaN;
      }
      return Double.isFinite(value) ? Math.abs(value - floor) : Double.POSITIVE_INFINITY;
    }
    if (!Double.isFinite(value)) {
      return Double.POSITIVE_INFINITY;
    }
    return direction == Direction.HIGHER_IS_BETTER ? -value : value;
  }

  /** The median cost of several trials of one system. */
  public double median(List<TrialRecord> trials) {
    return Median.of(trials.stream().mapToDouble(this::of).toArray());
  }

  /** NaN when the trial or the metric failed. */
  double value(TrialRecord record) {
    return record.value(metric);
  }
}
