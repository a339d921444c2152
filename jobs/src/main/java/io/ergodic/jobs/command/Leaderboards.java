package io.ergodic.jobs.command;

import io.ergodic.evaluation.metric.Metric;
import io.ergodic.evaluation.report.Numbers;
import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.evaluation.statistics.Leaderboard;
import io.ergodic.evaluation.statistics.Standing;
import io.ergodic.evaluation.statistics.Summary;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The standings of every experiment as text, for the terminal. */
final class Leaderboards {
  private static final Predicate<Score> GIVEN = score -> Score.GIVEN.equals(score.status());

  private Leaderboards() {}

  /** Systems by their mean rank in the experiment's first metric, with medians of all metrics. */
  static void print(List<TrialRecord> records, PrintStream out) {
    Map<String, List<TrialRecord>> experiments = new LinkedHashMap<>();
    records.forEach(
        r -> experiments.computeIfAbsent(r.experiment(), e -> new ArrayList<>()).add(r));
    experiments.forEach((name, trials) -> printExperiment(name, trials, out));
  }

  private static void printExperiment(String name, List<TrialRecord> trials, PrintStream out) {
    List<String> metrics = trials.get(0).metrics();
    Metric first = Metric.registry().get(metrics.get(0), name);
    Leaderboard board = Leaderboard.of(first.name(), first.direction(), trials);
    out.println();
    out.printf(
        Locale.ROOT,
        "%s: mean rank by %s over %d blocks; medians%n",
        name,
        first.name(),
        board.blocks());
    out.printf(Locale.ROOT, "  %-24s %5s", "system", "rank");
    metrics.forEach(metric -> out.printf(Locale.ROOT, " %12s", metric));
    out.println("  failed");
    for (Standing standing : board.standings()) {
      List<TrialRecord> own =
          trials.stream().filter(t -> t.system().equals(standing.system())).toList();
      out.printf(Locale.ROOT, "  %-24s %5.2f", standing.system(), standing.meanRank());
      row(own, metrics, out);
    }
    Set<String> unranked = new LinkedHashSet<>();
    trials.stream().filter(t -> !t.floor()).forEach(t -> unranked.add(t.system()));
    board.standings().forEach(standing -> unranked.remove(standing.system()));
    for (String system : unranked) {
      out.printf(Locale.ROOT, "  %-24s %5s", system, "-");
      row(trials.stream().filter(t -> t.system().equals(system)).toList(), metrics, out);
    }
    List<TrialRecord> floors =
        trials.stream().filter(t -> t.floor() && !t.scores().isEmpty()).toList();
    if (!floors.isEmpty()) {
      out.printf(Locale.ROOT, "  %-24s %5s", "(floor)", "");
      row(floors, metrics, out);
      given(floors, metrics, out);
    }
  }

  /** Says which floors nobody has measured. */
  private static void given(List<TrialRecord> floors, List<String> metrics, PrintStream out) {
    List<String> stated =
        metrics.stream()
            .filter(m -> floors.stream().flatMap(t -> t.score(m).stream()).anyMatch(GIVEN))
            .toList();
    if (!stated.isEmpty()) {
      out.printf(
          Locale.ROOT,
          "  (the floor of %s is given with the data, not measured)%n",
          String.join(", ", stated));
    }
  }

  private static void row(List<TrialRecord> trials, List<String> metrics, PrintStream out) {
    long failed = trials.stream().filter(TrialRecord::failed).count();
    for (String metric : metrics) {
      // A floor exists for some metrics only; a model without a value has failed in that metric.
      double[] values =
          trials.stream()
              .filter(t -> !t.error(metric))
              .filter(t -> !t.floor() || t.score(metric).isPresent())
              .mapToDouble(t -> t.value(metric))
              .toArray();
      Summary summary = Summary.of(values, 0, Metric.registry().get(metric, metric).direction());
      out.printf(
          Locale.ROOT, " %12s", Double.isNaN(summary.median()) ? "-" : format(summary.median()));
    }
    long errors = trials.stream().filter(TrialRecord::unfinished).count();
    out.printf(
        Locale.ROOT,
        "  %d/%d%s%n",
        failed,
        trials.size(),
        errors == 0 ? "" : ", " + Numbers.plural(errors, "error"));
  }

  private static String format(double value) {
    return Double.isInfinite(value) ? "failed" : String.format(Locale.ROOT, "%.4g", value);
  }
}
