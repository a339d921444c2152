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

  /** Alone, first, or first together with others of the same mean rank. */
  private String place() {
    List<Standing> standings = leaderboard.standings();
    if (standings.size() == 1) {
      return " scores ";
    }
    double best = standings.get(0).meanRank();
    List<String> beside =
        standings.stream().skip(1).filter(s -> s.meanRank() == best).map(Standing::system).toList();
    return beside.isEmpty()
        ? " comes first by "
        : " shares the best mean rank with " + String.join(" and ", beside) + " by ";
  }

  private String score(DatasetGroup group) {
    Summary own = group.summary(winner(), metric, direction);
    StringBuilder text = new StringBuilder(Numbers.value(own.median()));
    if (own.mad() > 0) {
      text.append(" ± ").append(Numbers.rough(own.mad()));
    }
    text.append(" on ").append(group.dataset());
    OptionalDouble floor = group.floor(metric);
    if (floor.isPresent()) {
      text.append(" against a floor of ").append(Numbers.value(floor.getAsDouble()));
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
    if (place == 0 && ordered.size() > 1) {
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
    List<String> others = new ArrayList<>(Report.names(leaderboard));
    others.remove(winner());
    List<String> alike = new ArrayList<>();
    for (List<String> group : leaderboard.groups()) {
      if (group.contains(winner())) {
        group.stream().filter(s -> !s.equals(winner()) && !alike.contains(s)).forEach(alike::add);
      }
    }
    String test = " On ranks, the Nemenyi test at 5 % ";
    if (alike.isEmpty()) {
      return base + test + "tells it from every other system.";
    }
    if (alike.size() == others.size()) {
      return base + test + "tells it from none of the others: the order is not settled.";
    }
    return base + test + "does not tell it from " + joined(alike) + ".";
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
        ? measured + " " + winner() + " gives one value for all seeds, which counts once."
        : measured;
  }

  private static String joined(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }
}
