package io.ergodic.evaluation.report;

import io.ergodic.evaluation.metric.Direction;
import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.statistics.MedianInterval;
import io.ergodic.evaluation.statistics.Summary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores and training time of the systems trained by averaging against those of their knobs that
 * vary, beside the systems trained otherwise.
 */
final class SweepFigure {
  private SweepFigure() {}

  /** Whether any knob takes more than one value. */
  static boolean present(Report report, DatasetGroup group) {
    return group.systems().stream()
            .flatMap(system -> AveragingTable.rounds(report, group, system).stream().limit(1))
            .map(SweepFigure::knobs)
            .distinct()
            .count()
        > 1;
  }

  static Map<String, Object> data(Report report, DatasetGroup group) {
    List<Object> items = new ArrayList<>();
    for (String system : group.systems()) {
      Map<String, Object> item = new LinkedHashMap<>();
      item.put("system", system);
      item.put("colour", report.palette().colour(system));
      AveragingTable.rounds(report, group, system).stream()
          .findFirst()
          .ifPresent(rounds -> item.put("knobs", knobs(rounds)));
      Map<String, Object> scores = new LinkedHashMap<>();
      for (String metric : group.metrics()) {
        Direction direction = report.catalogue().direction(metric);
        scores.put(
            report.catalogue().title(metric), score(group.summary(system, metric, direction)));
      }
      scores.put("training time (s)", score(group.seconds(system, "train")));
      item.put("scores", scores);
      items.add(item);
    }
    return Map.of("items", items);
  }

  private static Map<String, Object> knobs(Artefact.Rounds rounds) {
    Map<String, Object> knobs = new LinkedHashMap<>();
    knobs.put("local steps", rounds.localSteps());
    knobs.put("workers", rounds.workers());
    knobs.put("outer optimiser", rounds.outer());
    knobs.put("optimiser state", rounds.optimiserState());
    knobs.put("engine", rounds.engine());
    return knobs;
  }

  /** Median, and its interval; of few trials the smallest and the largest value. */
  private static double[] score(Summary summary) {
    double low = summary.interval().map(MedianInterval::low).orElse(summary.least());
    double high = summary.interval().map(MedianInterval::high).orElse(summary.greatest());
    return new double[] {summary.median(), low, high};
  }
}
