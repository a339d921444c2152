package io.ergodic.evaluation.report;

import io.ergodic.evaluation.metric.Direction;
import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.evaluation.statistics.Summary;
import java.util.List;
import java.util.Optional;

/** Title, what was compared, and who did best on each dataset. */
final class HeaderSection {
  void write(Html html, Report report) {
    ReportInput input = report.input();
    html.open("header", "class", "hero", "id", "top");
    html.open("div", "class", "hero-text");
    html.leaf("p", "Ergodic · " + input.suite(), "class", "eyebrow");
    html.leaf("h1", input.title());
    if (input.description() != null && !input.description().isBlank()) {
      html.leaf("p", input.description(), "class", "lead");
    }
    html.leaf("p", sentence(report), "class", "headline");
    html.close();
    drawing(html, report);
    html.close();
    winners(html, report);
  }

  /** What was compared, in one sentence. */
  static String sentence(Report report) {
    List<TrialRecord> trials = report.input().trials().stream().filter(t -> !t.floor()).toList();
    long systems = trials.stream().map(TrialRecord::system).distinct().count();
    long datasets = trials.stream().map(TrialRecord::dataset).distinct().count();
    long failed = trials.stream().filter(TrialRecord::failed).count();
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
        + "; "
        + Numbers.duration(seconds)
        + " of training.";
  }

  private static void drawing(Html html, Report report) {
    for (DatasetGroup group : report.with(Artefact.Attractor.class)) {
      for (String system : report.ordered(group)) {
        for (TrialRecord trial : group.of(system)) {
          List<Artefact.Attractor> all = DatasetGroup.all(trial, Artefact.Attractor.class);
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

  private static void winners(Html html, Report report) {
    html.open("div", "class", "winners");
    for (DatasetGroup group : report.datasets()) {
      if (group.metrics().isEmpty()) {
        continue;
      }
      String metric = group.metrics().get(0);
      Direction direction = report.catalogue().direction(metric);
      Optional<String> best = group.best(metric, direction);
      html.open("a", "class", "winner", "href", "#" + TableSection.anchor(report, group));
      html.leaf("span", report.heading(group), "class", "winner-dataset");
      if (best.isPresent()) {
        Summary summary = group.summary(best.get(), metric, direction);
        SystemName.write(html, report, best.get());
        html.open("span", "class", "winner-value").text(report.catalogue().title(metric) + " ");
        html.leaf("b", Numbers.value(summary.median()));
        html.text(" ± " + Numbers.rough(summary.mad())).close();
      } else {
        html.leaf("span", "no system finished", "class", "winner-value");
      }
      html.close();
    }
    html.close();
  }
}
