package io.ergodic.evaluation.report;

import io.ergodic.evaluation.statistics.Leaderboard;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What the tests say of systems that were compared, for each metric: a critical-difference diagram
 * where all were compared with one another, a table where each was compared with a control.
 */
final class ComparisonFigures {
  private final Html html;
  private final Report report;
  private final ExperimentGroup experiment;

  ComparisonFigures(Html html, Report report, ExperimentGroup experiment) {
    this.html = html;
    this.report = report;
    this.experiment = experiment;
  }

  /** The first metric's in sight, the others' folded. */
  void write(Function<String, Leaderboard> leaderboards) {
    List<String> metrics = experiment.metrics();
    html.open("div", "class", "diagrams");
    figure(leaderboards.apply(metrics.get(0)));
    html.close();
    if (metrics.size() > 1) {
      html.open("details").leaf("summary", "Comparisons by the other metrics");
      html.open("div", "class", "diagrams");
      metrics.stream().skip(1).map(leaderboards).forEach(this::figure);
      html.close("details");
    }
  }

  private void figure(Leaderboard leaderboard) {
    if (leaderboard.standings().size() < 2 || leaderboard.blocks() == 0) {
      return;
    }
    String title = report.catalogue().title(leaderboard.metric());
    html.open("figure");
    html.open("figcaption").leaf("b", title).text(" · mean rank over ");
    html.text(Numbers.plural(leaderboard.blocks(), unit(leaderboard)));
    if (leaderboard.incomplete() > 0) {
      html.text(" (" + leaderboard.incomplete() + " incomplete ones left out)");
    }
    double friedman = leaderboard.friedman().pValue();
    html.text(Double.isNaN(friedman) ? "" : ", Friedman p " + equalTo(friedman)).close();
    if (leaderboard.control().isPresent()) {
      ControlTable.write(html, report, leaderboard);
    } else {
      new CriticalDifferenceDiagram(leaderboard, report.palette())
          .write(html, "Mean ranks by " + title + ", best first: " + Report.names(leaderboard));
    }
    html.close();
  }

  /** What a block is: see {@link Leaderboard}. */
  private String unit(Leaderboard leaderboard) {
    if (leaderboard.byDataset()) {
      return "dataset";
    }
    return experiment.datasets().size() == 1 ? "seed" : "block";
  }

  /** As "= 0.012", "&lt; 0.001". */
  static String equalTo(double p) {
    return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "= %.3f", p);
  }
}
