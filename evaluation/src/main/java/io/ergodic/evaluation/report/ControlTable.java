package io.ergodic.evaluation.report;

import io.ergodic.evaluation.statistics.Comparison;
import io.ergodic.evaluation.statistics.Leaderboard;
import io.ergodic.evaluation.statistics.Standing;
import java.util.Optional;

/** Each system against the control: mean rank, corrected p-value, and what that says. */
final class ControlTable {
  private static final double LEVEL = 0.05;

  private ControlTable() {}

  static void write(Html html, Report report, Leaderboard leaderboard) {
    String control = leaderboard.control().orElseThrow();
    html.open("div", "class", "scroll", "tabindex", "0", "role", "region");
    html.open("table", "class", "control").open("thead").open("tr");
    html.leaf("th", "System", "scope", "col").leaf("th", "Mean rank", "scope", "col");
    html.leaf("th", "p against " + control, "scope", "col");
    html.leaf("th", "At 5 %", "scope", "col").close("thead").open("tbody");
    for (Standing standing : leaderboard.standings()) {
      html.open("tr").open("th", "scope", "row");
      SystemName.write(html, report, standing.system());
      html.close();
      html.leaf("td", Numbers.rank(standing.meanRank()));
      Optional<Comparison> comparison = leaderboard.comparison(control, standing.system());
      if (comparison.isEmpty()) {
        html.leaf("td", "–").leaf("td", "the control", "class", "quiet");
      } else {
        double p = comparison.get().corrected();
        html.leaf("td", ComparisonFigures.equalTo(p).replace("= ", ""));
        html.leaf("td", verdict(comparison.get(), control), "class", p > LEVEL ? "quiet" : "");
      }
      html.close();
    }
    html.close("table").close();
  }

  private static String verdict(Comparison comparison, String control) {
    if (comparison.corrected() > LEVEL) {
      return "not told apart";
    }
    return comparison.worse().equals(control) ? "better" : "worse";
  }
}
