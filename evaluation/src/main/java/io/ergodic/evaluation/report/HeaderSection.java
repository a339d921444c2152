package io.ergodic.evaluation.report;

import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.TrialRecord;
import java.util.List;

/** Title, what was compared, and who did best on each dataset. */
final class HeaderSection {
  /** So many who share the first place are named above the sentence that names them all. */
  private static final int NAMED = 3;

  private final PageNames names;

  HeaderSection(PageNames names) {
    this.names = names;
  }

  void write(Html html, Report report, Section.Scope scope) {
    boolean index = scope == Section.Scope.SUITE;
    ReportInput input = report.input();
    html.open("header", "class", "hero", "id", "top");
    html.open("div", "class", "hero-text");
    html.leaf("p", "Ergodic · " + input.suite(), "class", "eyebrow");
    html.leaf("h1", index ? input.title() : report.experiments().get(0).name());
    if (index && input.description() != null && !input.description().isBlank()) {
      html.leaf("p", input.description(), "class", "lead");
    }
    html.leaf("p", sentence(report), "class", "headline");
    html.close();
    drawing(html, report);
    html.close();
    winners(html, report, index);
  }

  /** What was compared, in one sentence. */
  static String sentence(Report report) {
    List<TrialRecord> trials = report.input().trials().stream().filter(t -> !t.floor()).toList();
    long systems = trials.stream().map(TrialRecord::system).distinct().count();
    long datasets = trials.stream().map(TrialRecord::dataset).distinct().count();
    long failed = trials.stream().filter(TrialRecord::failed).count();
    long errors = trials.stream().filter(TrialRecord::unfinished).count();
    double seconds =
        trials.stream()
            .filter(t -> t.seconds() != null)
            .mapToDouble(t -> t.seconds().getOrDefault("train", 0.0))
            .sum();
    return Numbers.plural(systems, "system")
        + " on "
        + Numbers.plural(datasets, "dataset")
        + " in "
        + Numbers.plural(trials.size(), "trial")
        + (failed == 0 ? ", none failed" : ", " + failed + " failed")
        + (errors == 0 ? "" : ", " + errors + " not measured for errors of the machine")
        + "; "
        + Numbers.duration(seconds)
        + " of training.";
  }

  private static void drawing(Html html, Report report) {
    for (DatasetGroup group : report.with(Artefact.Attractor.class)) {
      for (String system : report.ordered(group)) {
        for (TrialRecord trial : group.of(system)) {
          List<Artefact.Attractor> all = report.artefacts(trial, Artefact.Attractor.class);
          if (!all.isEmpty() && all.get(0).columns().size() > 1) {
            String caption = group.dataset() + ": truth and " + system;
            html.open("figure", "class", "hero-figure");
            OrbitDrawing.write(html, all.get(0), report.palette().colour(system), caption);
            html.open("figcaption").text(group.dataset() + " · truth and ");
            SystemName.write(html, report, system);
            html.close().close();
            return;
          }
        }
      }
    }
  }

  /** A card for each experiment: the winner, its figure, and how sure that is. */
  private void winners(Html html, Report report, boolean index) {
    html.open("div", "class", "winners");
    for (ExperimentGroup experiment : report.experiments()) {
      if (experiment.metrics().isEmpty()) {
        continue;
      }
      Findings findings = new Findings(report, experiment);
      html.open("a", "class", "winner", "href", index ? names.link(experiment) : "#results");
      html.leaf(
          "span", Report.label(experiment.name(), experiment.task()), "class", "winner-dataset");
      if (findings.winner().isEmpty()) {
        html.leaf("span", "No system has a finite score.", "class", "winner-value");
      } else {
        for (String system : findings.first().stream().limit(NAMED).toList()) {
          SystemName.write(html, report, system);
        }
        html.open("span", "class", "winner-value");
        html.leaf("b", String.join(" and ", findings.first()));
        html.text(findings.score()).close();
        html.leaf("span", findings.certainty(), "class", "winner-certainty");
      }
      html.close();
    }
    html.close();
  }
}
