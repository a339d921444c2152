package io.ergodic.evaluation.report;

import io.ergodic.evaluation.statistics.ComparisonPlan;
import io.ergodic.evaluation.statistics.Leaderboard;
import java.util.List;

/** Mean ranks of each experiment's systems, with critical-difference diagrams. */
final class LeaderboardSection implements Section {
  @Override
  public String id() {
    return "leaderboard";
  }

  @Override
  public int place() {
    return 100;
  }

  @Override
  public String title() {
    return "Leaderboard";
  }

  @Override
  public boolean present(Report report) {
    return !report.ranked().isEmpty();
  }

  @Override
  public void write(Html html, Report report) {
    html.leaf(
        "p",
        "Mean rank by each metric: 1 is best, whichever way the metric runs (↓ lower, ↑ higher, ≈"
            + " closer to the truth's is better). A failed trial takes the worst rank in all, a"
            + " failed metric in that one. In the"
            + " diagrams a black bar joins systems that the test does not tell apart at the 5 %"
            + " level. Of more than fifteen systems each is compared with one control alone, for"
            + " among so many comparisons nothing would stand out. With fewer than five datasets the ranks are taken over seeds: they then"
            + " say how stable the order is on these data, not that it holds elsewhere.",
        "class",
        "note");
    report.ranked().forEach(experiment -> experiment(html, report, experiment));
  }

  private static void experiment(Html html, Report report, ExperimentGroup experiment) {
    html.open("article", "class", "card");
    html.leaf("h3", experiment.name());
    if (!experiment.name().equals(experiment.task())) {
      html.leaf("p", experiment.task(), "class", "tag");
    }
    RankTable.write(html, report, experiment, Integer.MAX_VALUE);
    Leaderboard first = report.leaderboard(experiment, experiment.metrics().get(0));
    repeating(html, first);
    ComparisonPlan plan = report.plan(experiment);
    ComparisonFigures figures = new ComparisonFigures(html, report, experiment);
    plan.groups()
        .forEach(
            (name, group) -> {
              html.leaf("h4", name);
              figures.write(metric -> report.leaderboard(experiment, metric, group));
            });
    if (plan.groups().isEmpty() || plan.control().isPresent()) {
      figures.write(metric -> report.leaderboard(experiment, metric));
    }
    RankMapFigure.write(html, report, experiment);
    html.close();
  }

  /** Says which systems have no randomness, and what the tests make of it. */
  private static void repeating(Html html, Leaderboard leaderboard) {
    List<String> names = leaderboard.repeating();
    if (!names.isEmpty()) {
      html.leaf(
          "p",
          String.join(", ", names)
              + (names.size() == 1 ? " has" : " have")
              + " no randomness: one training serves all seeds of a dataset."
              + (names.size() == 1 || leaderboard.byDataset()
                  ? ""
                  : " Between two such systems there is one measurement a dataset, so there is no"
                      + " test of all systems at once: bars join pairs that Wilcoxon's test,"
                      + " corrected for their number, does not tell apart."),
          "class",
          "note");
    }
  }
}
