package io.ergodic.evaluation.report;

import io.ergodic.evaluation.statistics.Leaderboard;
import io.ergodic.evaluation.statistics.Standing;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Mean ranks of an experiment's systems, best first. */
final class RankTable {
  private RankTable() {}

  /**
   * The standings by the first metric, with the ranks by all.
   *
   * @param most lines that are shown
   */
  static void write(Html html, Report report, ExperimentGroup experiment, int most) {
    Leaderboard primary = report.leaderboard(experiment, experiment.metrics().get(0));
    html.open("div", "class", "scroll").open("table", "class", "ranks");
    html.open("thead").open("tr").leaf("th", "System", "scope", "col");
    for (String metric : experiment.metrics()) {
      MetricHeading.write(html, report.catalogue(), metric);
    }
    html.leaf("th", "Trials", "scope", "col");
    html.close("thead").open("tbody");
    for (Standing standing : primary.standings().stream().limit(most).toList()) {
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
    unranked(html, experiment, primary);
  }

  /** Names those that nothing is known of, for errors of the machine. */
  private static void unranked(Html html, ExperimentGroup experiment, Leaderboard leaderboard) {
    Set<String> missing = new LinkedHashSet<>();
    experiment.trials().stream().filter(t -> !t.floor()).forEach(t -> missing.add(t.system()));
    Report.names(leaderboard).forEach(missing::remove);
    if (!missing.isEmpty()) {
      html.leaf(
          "p",
          "Not ranked, for errors of the machine in all their trials: "
              + String.join(", ", missing)
              + ".",
          "class",
          "note");
    }
  }

  private static void rank(Html html, Report report, Leaderboard leaderboard, String system) {
    double rank = leaderboard.meanRank(system);
    double best =
        leaderboard.standings().isEmpty() ? rank : leaderboard.standings().get(0).meanRank();
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
