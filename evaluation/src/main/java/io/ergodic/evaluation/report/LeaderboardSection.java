package io.ergodic.evaluation.report;

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
            + " diagrams a black bar joins systems that the Nemenyi test does not tell apart at the"
            + " 5 % level. With fewer than five datasets the ranks are taken over seeds: they then"
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
    repeating(html, report.leaderboard(experiment, experiment.metrics().get(0)));
    html.open("div", "class", "diagrams");
    diagram(html, report, experiment, experiment.metrics().get(0));
    html.close();
    if (experiment.metrics().size() > 1) {
      html.open("details").leaf("summary", "Critical differences by the other metrics");
      html.open("div", "class", "diagrams");
      for (String metric : experiment.metrics().subList(1, experiment.metrics().size())) {
        diagram(html, report, experiment, metric);
      }
      html.close("details");
    }
    html.close();
  }

  /** Says which systems have no randomness, and what the tests make of it. */
  private static void repeating(Html html, Leaderboard leaderboard) {
    List<String> names = leaderboard.repeating();
    if (!names.isEmpty()) {
      html.leaf(
          "p",
          String.join(", ", names)
              + (names.size() == 1 ? " gives" : " give")
              + " one value for all seeds. Repeats of a value are no further evidence: the tests"
              + " count them once, so between two such systems there is one measurement a dataset.",
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
    double rank =
        leaderboard.standings().stream()
            .filter(standing -> standing.system().equals(system))
            .mapToDouble(Standing::meanRank)
            .findFirst()
            .orElse(Double.NaN);
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

  private static void diagram(Html html, Report report, ExperimentGroup experiment, String metric) {
    Leaderboard leaderboard = report.leaderboard(experiment, metric);
    String title = report.catalogue().title(leaderboard.metric());
    CriticalDifferenceDiagram diagram =
        new CriticalDifferenceDiagram(leaderboard, report.palette());
    if (!diagram.drawable()) {
      return;
    }
    html.open("figure");
    html.open("figcaption").leaf("b", title).text(" · mean rank over ");
    html.text(Numbers.plural(leaderboard.blocks(), unit(experiment)));
    if (leaderboard.distinct() < leaderboard.blocks()) {
      html.text(", of which " + leaderboard.distinct() + " distinct");
    }
    html.text(incomplete(leaderboard));
    html.text(", Friedman p " + probability(leaderboard.friedman().pValue())).close();
    diagram.write(html, "Mean ranks by " + title + ", best first: " + Report.names(leaderboard));
    html.close();
  }

  /** What a block is: see {@link Leaderboard}. */
  private static String unit(ExperimentGroup experiment) {
    int datasets = experiment.datasets().size();
    return datasets == 1 ? "seed" : datasets < 5 ? "block" : "dataset";
  }

  private static String incomplete(Leaderboard leaderboard) {
    return leaderboard.incomplete() == 0
        ? ""
        : " (" + leaderboard.incomplete() + " incomplete ones left out)";
  }

  private static String probability(double p) {
    if (Double.isNaN(p)) {
      return "unknown (too few blocks)";
    }
    return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "= %.3f", p);
  }
}
