package io.ergodic.evaluation.result;

import io.ergodic.datasets.scale.Median;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Trial records flattened to rows of trial x metric. A failed trial keeps one row for each metric
 * it was asked for, with no value and status {@link Score#FAILED}; so does a failed metric of a
 * trial that did not fail. The floor is a system of its own ({@link Role#FLOOR}) and also a column
 * beside every other row.
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
    Map<String, Double> floors = floors(trials);
    List<ResultRow> rows = new ArrayList<>();
    for (TrialRecord trial : trials) {
      Set<String> scored = new HashSet<>();
      for (Score score : trial.scores()) {
        scored.add(score.metric());
        rows.add(row(trial, score, floors));
      }
      // The floor exists for some metrics only; of everything else a missing value is a finding.
      if (!trial.floor() || trial.failed()) {
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

  private static ResultRow row(TrialRecord trial, Score score, Map<String, Double> floors) {
    String metric = score.metric();
    boolean failed = trial.failed() || score.failed();
    return new ResultRow(
        trial.dataset(),
        trial.system(),
        trial.seed(),
        metric,
        failed ? null : score.value(),
        failed ? Score.FAILED : score.status(),
        trial.published() == null ? null : trial.published().get(metric),
        trial.parameters(),
        trial.seconds() == null ? null : trial.seconds().get("train"),
        trial.engine(),
        trial.trial(),
        trial.experiment(),
        trial.task(),
        trial.family(),
        trial.floor() ? null : floors.get(key(trial, metric)),
        score.reason() == null ? trial.reason() : score.reason(),
        trial.dataHash(),
        trial.device(),
        trial.revision(),
        trial.floor() ? "floor" : "model",
        score.revision() == 0 ? null : score.revision());
  }

  /** Median over the floor's seeds (there usually is one) by experiment, dataset and metric. */
  private static Map<String, Double> floors(List<TrialRecord> trials) {
    Map<String, double[]> values = new HashMap<>();
    for (TrialRecord trial : trials) {
      if (!trial.floor()) {
        continue;
      }
      for (Score score : trial.scores()) {
        if (score.failed()) {
          continue;
        }
        double[] seen = values.getOrDefault(key(trial, score.metric()), new double[0]);
        double[] more = Arrays.copyOf(seen, seen.length + 1);
        more[seen.length] = score.value();
        values.put(key(trial, score.metric()), more);
      }
    }
    Map<String, Double> floors = new HashMap<>();
    values.forEach((key, each) -> floors.put(key, Median.of(each)));
    return floors;
  }

  private static String key(TrialRecord trial, String metric) {
    return trial.experiment() + "\n" + trial.dataset() + "\n" + metric;
  }
}
