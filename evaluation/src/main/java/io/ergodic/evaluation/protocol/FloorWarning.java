package io.ergodic.evaluation.protocol;

import io.ergodic.datasets.capability.RestingDynamics;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.evaluation.evidence.FreeRuns;
import io.ergodic.evaluation.metric.AttractorMetric;
import io.ergodic.evaluation.metric.Direction;
import io.ergodic.evaluation.metric.Metric;
import io.ergodic.evaluation.result.MachineFailure;
import io.ergodic.evaluation.result.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Says of which metrics of free runs the floor is near persistence. The rule: a metric of which
 * less is better says little where the truth scores more than half of what a model scores that
 * repeats its last row for ever. The cause is most often in the data: a variable that grows without
 * end, a series too short for its attractor, a state at rest.
 */
final class FloorWarning {
  /** What the floor may be of persistence. */
  static final double MOST = 0.5;

  private FloorWarning() {}

  /**
   * One sentence for each metric whose floor is near persistence.
   *
   * @param floors scores of the truth, one or none a metric
   * @param seed of random draws of the metrics
   * @param check throws when the time for it is over
   */
  static List<String> of(
      List<Metric> metrics, List<Score> floors, SeriesDataset data, long seed, Runnable check) {
    List<String> warnings = new ArrayList<>();
    FreeRuns resting = null;
    for (Metric metric : metrics) {
      double floor = value(floors, metric);
      if (!(metric instanceof AttractorMetric compared)
          || metric.direction() != Direction.LOWER_IS_BETTER
          || Double.isNaN(floor)) {
        continue;
      }
      if (resting == null) {
        resting = FreeRuns.of(new RestingDynamics(data.dimension()).watched(check), data);
      }
      double persistence = persistence(compared, resting, seed, check);
      if (floor > MOST * persistence) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "%s: the floor, %.4g, is near persistence, %.4g: on these data the metric hardly"
                    + " tells the truth from a model that stands still",
                metric.title(),
                floor,
                persistence));
      }
    }
    return warnings;
  }

  private static double value(List<Score> scores, Metric metric) {
    return scores.stream()
        .filter(score -> score.metric().equals(metric.name()) && score.status().equals(Score.OK))
        .mapToDouble(Score::value)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** NaN where the metric has no value for a series at rest. */
  private static double persistence(
      AttractorMetric metric, FreeRuns resting, long seed, Runnable check) {
    try {
      check.run();
      return metric.value(resting.orbits(), seed);
    } catch (RuntimeException failed) {
      if (MachineFailure.is(failed)) {
        throw failed;
      }
      return Double.NaN;
    }
  }
}
