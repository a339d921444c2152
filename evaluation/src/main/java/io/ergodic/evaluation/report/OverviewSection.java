package io.ergodic.evaluation.report;

/** The best systems of each experiment, with the way to its page. */
final class OverviewSection implements Section {
  private static final int LINES = 15;

  @Override
  public String id() {
    return "leaderboard";
  }

  @Override
  public int place() {
    return 100;
  }

  @Override
  public Scope scope() {
    return Scope.SUITE;
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
            + " closer to the truth's is better). A failed trial takes the worst rank. Scores,"
            + " tests and figures stand on the page of each experiment.",
        "class",
        "note");
    PageNames names = new PageNames(report.experiments());
    for (ExperimentGroup experiment : report.experiments()) {
      html.open("article", "class", "card");
      html.open("h3").leaf("a", experiment.name(), "href", names.link(experiment)).close();
      html.leaf("p", about(experiment), "class", "tag");
      if (!experiment.metrics().isEmpty()) {
        RankTable.write(html, report, experiment, LINES);
      }
      int systems = report.systems(experiment);
      if (systems > LINES) {
        String all = "All " + systems + " systems";
        html.open("p").leaf("a", all, "href", names.link(experiment) + "#leaderboard").close();
      }
      html.close();
    }
  }

  private static String about(ExperimentGroup experiment) {
    String datasets = Numbers.plural(experiment.datasets().size(), "dataset");
    return experiment.task() + " · " + datasets;
  }
}
