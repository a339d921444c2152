package io.ergodic.evaluation.report;

import io.ergodic.evaluation.metric.Direction;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.evaluation.statistics.Leaderboard;
import io.ergodic.evaluation.statistics.Standing;
import io.ergodic.evaluation.statistics.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;

/**
 * What an experiment found, in sentences: who came first by its first metric, with what figure
 * against which floor, and which systems the test does not tell from it.
 */
final class Findings {
  private static final int NAMED = 3;

  private final Report report;
  private final ExperimentGroup experiment;
  private final String metric;
  private final Direction direction;
  private final Leaderboard leaderboard;

  /** The experiment has at least one metric. */
  Findings(Report report, ExperimentGroup experiment) {
    this.report = report;
    this.experiment = experiment;
    this.metric = experiment.metrics().get(0);
    this.direction = report.catalogue().direction(metric);
    this.leaderboard = report.leaderboard(experiment, metric);
  }

  /** The system of the best mean rank; empty text when there is none with a finite score. */
  String winner() {
    if (leaderboard.standings().isEmpty()) {
      return "";
    }
    String first = leaderboard.standings().get(0).system();
    boolean scored =
        experiment.datasets().stream()
            .anyMatch(group -> Double.isFinite(group.cost(first, metric, direction)));
    return scored ? first : "";
  }

  /** " comes first by D_stsp: 0.34 ± 0.01 on lorenz63, ...", to stand after the winner's name. */
  String score() {
    List<String> parts = new ArrayList<>();
    for (DatasetGroup group : experiment.datasets().stream().limit(NAMED).toList()) {
      parts.add(score(group));
    }
    int more = experiment.datasets().size() - parts.size();
    return place()
        + report.catalogue().title(metric)
        + (leaderboard.standings().size() == 1
            ? ": "
            : " (" + report.catalogue().goal(metric) + "): ")
        + String.join("; ", parts)
        + (more > 0 ? "; and " + Numbers.plural(more, "further dataset") : "")
        + ".";
  }

  /** Systems of the best mean rank, the one with the best median first. */
  List<String> first() {
    double best = leaderboard.standings().get(0).meanRank();
    return leaderboard.standings().stream()
        .filter(s -> s.meanRank() == best)
        .map(Standing::system)
        .toList();
  }

  /** Alone, first, or first together with others of the same mean rank. */
  private String place() {
    if (leaderboard.standings().size() == 1) {
      return " scores ";
    }
    return first().size() == 1 ? " comes first by " : " share the best mean rank by ";
  }

  /** A median with its deviation; of those who share the first place, each with its name. */
  private String medians(DatasetGroup group) {
    if (first().size() == 1) {
      return median(group, winner());
    }
    List<String> named =
        first().stream().limit(NAMED).map(s -> s + " " + median(group, s)).toList();
    return String.join(", ", named) + (first().size() > NAMED ? ", ..." : "");
  }

  private String median(DatasetGroup group, String system) {
    Summary summary = group.summary(system, metric, direction);
    String spread = summary.mad() > 0 ? " ± " + Numbers.rough(summary.mad()) : "";
    return Numbers.value(summary.median()) + spread;
  }

  private String score(DatasetGroup group) {
    Summary own = group.summary(winner(), metric, direction);
    StringBuilder text = new StringBuilder(medians(group));
    text.append(" on ").append(group.dataset());
    OptionalDouble floor = group.floor(metric);
    if (floor.isPresent()) {
      text.append(group.given(metric) ? " against a given floor of " : " against a floor of ");
      text.append(Numbers.value(floor.getAsDouble()));
      boolean reached =
          switch (direction) {
            case LOWER_IS_BETTER -> own.median() <= floor.getAsDouble();
            case HIGHER_IS_BETTER -> own.median() >= floor.getAsDouble();
            case CLOSER_TO_FLOOR_IS_BETTER -> false;
          };
      if (reached) {
        text.append(
            " (reached; the floor is an estimate from data of finite length as well, so beyond it"
                + " the metric cannot say who is better)");
      }
    }
    List<String> ordered = report.ordered(group);
    int place = ordered.indexOf(winner());
    if (place == 0 && ordered.size() > 1 && first().size() == 1) {
      Summary next = group.summary(ordered.get(1), metric, direction);
      text.append("; next is ").append(ordered.get(1)).append(" with ");
      text.append(Numbers.value(next.median()));
    }
    group
        .published(winner(), metric)
        .ifPresent(value -> text.append("; published is ").append(Numbers.value(value)));
    return text.toString();
  }

  /** How sure that is, and what it does not say. */
  String certainty() {
    int systems = leaderboard.standings().size();
    String base = basis();
    if (systems < 2) {
      return base + " Nothing to compare it with.";
    }
    if (leaderboard.blocks() == 0) {
      return base + " No complete block of measurements: not tested.";
    }
    if (leaderboard.control().isPresent()) {
      return base + againstControl(leaderboard.control().get());
    }
    List<String> alike = leaderboard.alike(winner());
    String test =
        Double.isNaN(leaderboard.criticalDifference())
            ? " Wilcoxon's test, corrected for the number of pairs, at 5 % "
            : " On ranks, the Nemenyi test at 5 % ";
    if (alike.isEmpty()) {
      return base + test + "tells it from every other system.";
    }
    if (alike.size() == systems - 1) {
      return base + test + "tells it from none of the others: the order is not settled.";
    }
    return base + test + "does not tell it from " + joined(alike) + ".";
  }

  private String againstControl(String control) {
    List<String> alike = leaderboard.alike(control);
    long compared = leaderboard.comparisons().size();
    return " Each is compared with "
        + control
        + " by Wilcoxon's test, corrected for "
        + Numbers.plural(compared, "comparison")
        + ": "
        + (compared - alike.size())
        + " differ from it at 5 %"
        + (control.equals(winner())
            ? "."
            : alike.contains(winner())
                ? ", " + winner() + " does not."
                : ", " + winner() + " among them.");
  }

  /** Sorted by how many there are: seeds and datasets. */
  private String basis() {
    long datasets = experiment.datasets().size();
    TreeSet<Long> seeds = new TreeSet<>();
    experiment.trials().stream().filter(t -> !t.floor()).map(TrialRecord::seed).forEach(seeds::add);
    String counted =
        Numbers.plural(seeds.size(), "seed") + " on " + Numbers.plural(datasets, "dataset");
    String measured =
        datasets == 1
            ? "Measured with "
                + counted
                + ": it says how training varies, not how other data behave."
            : "Measured with " + counted + ".";
    return leaderboard.repeating().contains(winner())
        ? measured + " " + winner() + " has no randomness: one training serves all seeds."
        : measured;
  }

  private static String joined(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }
}
