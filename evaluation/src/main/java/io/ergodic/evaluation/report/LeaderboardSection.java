package io.ergodic.evaluation.report;

import io.ergodic.evaluation.statistics.ComparisonPlan;
import io.ergodic.evaluation.statistics.Leaderboard;
import io.ergodic.evaluation.statistics.Standing;
import java.util.List;
import java.util.Locale;

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
    return report.experiments().stream().anyMatch(e -> !e.metrics().isEmpty());
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
    for (ExperimentGroup experiment : report.experiments()) {
      if (!experiment.metrics().isEmpty()) {
        experiment(html, report, experiment);
      }
    }
  }

  private static void experiment(Html html, Report report, ExperimentGroup experiment) {
    html.open("article", "class", "card");
    html.leaf("h3", experiment.name());
    if (!experiment.name().equals(experiment.task())) {
      html.leaf("p", experiment.task(), "class", "tag");
    }
    ranks(html, report, experiment);
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

  private static void ranks(Html html, Report report, ExperimentGroup experiment) {
    Leaderboard primary = report.leaderboard(experiment, experiment.metrics().get(0));
    html.open("div", "class", "scroll").open("table", "class", "ranks");
    html.open("thead").open("tr").leaf("th", "System", "scope", "col");
    for (String metric : experiment.metrics()) {
      MetricHeading.write(html, report.catalogue(), metric);
    }
    html.leaf("th", "Trials", "scope", "col");
    html.close("thead").open("tbody");
    for (Standing standing : primary.standings()) {
      html.open("tr").open("th", "scope", "row");
      SystemName.write(html, report, standing.system());
      html.close();
      for (String metric : experiment.metrics()) {
        rank(html, report, report.leaderboard(experiment, metric), standing.system());
      }
      html.open("td", "class", "quiet").text(Numbers.count(standing.trials()));
      if (standing.failed() > 0) {
        html.leaf("span", standing.failed() + " failed", "class", "failed interval");
      }
      html.close().close();
    }
    html.close("table").close();
  }

  private static void rank(Html html, Report report, Leaderboard leaderboard, String system) {
    double best = leaderboard.standings().get(0).meanRank();
    double rank = leaderboard.meanRank(system);
    html.open("td", "class", rank == best ? "rank best" : "rank");
    html.leaf("span", Numbers.rank(rank), "class", "median");
    int systems = leaderboard.standings().size();
    if (Double.isFinite(rank)) {
      double share = 100 * (systems - rank + 1) / systems;
      String style =
          String.format(
              Locale.ROOT, "width:%.0f%%;background:%s", share, report.palette().colour(system));
      html.open("span", "class", "meter", "aria-hidden", "true");
      html.open("span", "style", style).close().close();
    }
    html.close();
  }
}
