package io.ergodic.evaluation.result;

import io.ergodic.datasets.scale.Median;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Trial records flattened to rows of trial x metric. A failed trial keeps one row for each metric
 * it was asked for, with no value and status {@link Score#FAILED}; so does a failed metric of a
 * trial that did not fail. Where the machine erred, the status is {@link Score#ERROR}. The floor is
 * a system of its own ({@link Role#FLOOR}) and also a column beside every other row.
 */
public final class ResultTable {
  private static final Comparator<ResultRow> ORDER =
      Comparator.comparing(ResultRow::experiment, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(ResultRow::dataset)
          .thenComparing(ResultRow::system)
          .thenComparingLong(ResultRow::seed)
          .thenComparing(ResultRow::trial);

  private ResultTable() {}

  /**
   * The rows of all trials, sorted by experiment, dataset, system, seed and trial, the metrics of a
   * trial in the order they were asked for. The result does not depend on the order of {@code
   * trials}.
   */
  public static List<ResultRow> rows(List<TrialRecord> trials) {
    Map<String, Floor> floors = floors(trials);
    List<ResultRow> rows = new ArrayList<>();
    for (TrialRecord trial : trials) {
      Set<String> scored = new HashSet<>();
      for (Score score : trial.scores()) {
        scored.add(score.metric());
        rows.add(row(trial, score, floors));
      }
      // The floor exists for some metrics only; of everything else a missing value is a finding.
      if (!trial.floor() || trial.failed() || trial.error()) {
        for (String metric : trial.metrics()) {
          if (scored.add(metric)) {
            rows.add(row(trial, Score.failed(metric, 0, null), floors));
          }
        }
      }
    }
    rows.sort(ORDER); // stable: keeps the order of metrics within a trial
    return rows;
  }

  private static ResultRow row(TrialRecord trial, Score score, Map<String, Floor> floors) {
    String metric = score.metric();
    Floor floor = trial.floor() ? null : floors.get(key(trial, metric));
    boolean error = trial.error() || score.error();
    boolean failed = trial.failed() || score.failed();
    return new ResultRow(
        trial.dataset(),
        trial.system(),
        trial.seed(),
        metric,
        failed || error ? null : score.value(),
        error ? Score.ERROR : failed ? Score.FAILED : score.status(),
        trial.published() == null ? null : trial.published().get(metric),
        trial.parameters(),
        trial.seconds() == null ? null : trial.seconds().get("train"),
        trial.engine(),
        trial.trial(),
        trial.experiment(),
        trial.task(),
        trial.family(),
        floor == null ? null : floor.value(),
        score.reason() == null || trial.error() ? trial.reason() : score.reason(),
        trial.dataHash(),
        trial.device(),
        trial.revision(),
        trial.floor() ? "floor" : "model",
        score.revision() == 0 ? null : score.revision(),
        floor == null ? null : floor.status());
  }

  /** A value and where it comes from. */
  private record Floor(double value, String status) {}

  /**
   * Median over the floor's seeds (there usually is one) by experiment, dataset and metric; given
   * where one of them is.
   */
  private static Map<String, Floor> floors(List<TrialRecord> trials) {
    Map<String, List<Score>> scores = new HashMap<>();
    for (TrialRecord trial : trials) {
      for (Score score : trial.floor() ? trial.scores() : List.<Score>of()) {
        if (Double.isFinite(score.value())) {
          scores.computeIfAbsent(key(trial, score.metric()), k -> new ArrayList<>()).add(score);
        }
      }
    }
    Map<String, Floor> floors = new HashMap<>();
    scores.forEach(
        (key, each) -> {
          double[] values = each.stream().mapToDouble(Score::value).toArray();
          boolean given = each.stream().anyMatch(score -> Score.GIVEN.equals(score.status()));
          floors.put(key, new Floor(Median.of(values), given ? Score.GIVEN : Score.OK));
        });
    return floors;
  }

  private static String key(TrialRecord trial, String metric) {
    return trial.experiment() + "\n" + trial.dataset() + "\n" + metric;
  }
}
