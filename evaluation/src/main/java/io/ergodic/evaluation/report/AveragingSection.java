package io.ergodic.evaluation.report;

import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.TrialRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What data-parallel training came to: scores against its knobs, losses, and where time went. */
final class AveragingSection implements Section {
  @Override
  public String id() {
    return "averaging";
  }

  @Override
  public int place() {
    return 700;
  }

  @Override
  public String title() {
    return "Averaging";
  }

  @Override
  public boolean present(Report report) {
    return !report.with(Artefact.Rounds.class).isEmpty();
  }

  @Override
  public void write(Html html, Report report) {
    html.leaf(
        "p",
        "One model trained by several workers: each takes H local steps from the shared"
            + " parameters, then their results are averaged. A round is broadcast, compute (the"
            + " slowest worker's steps, or all steps over the cores there are), reduce with the"
            + " outer optimiser, and idle: scheduling, sending, waiting.",
        "class",
        "note");
    for (DatasetGroup group : report.with(Artefact.Rounds.class)) {
      html.open("article", "class", "card");
      html.leaf("h3", report.heading(group));
      AveragingTable.write(html, report, group);
      html.close();
      html.open("div", "class", "cards cards-averaging");
      if (SweepFigure.present(report, group)) {
        figure(html, report, group, "sweep", "Scores by setting", SweepFigure.data(report, group));
      }
      figure(html, report, group, "rounds", "Loss by round and time", losses(report, group));
      figure(html, report, group, "phases", "Where a round's time goes", phases(report, group));
      figure(html, report, group, "timeline", "Rounds in a row", timeline(report, group));
      html.close();
    }
  }

  private static void figure(
      Html html,
      Report report,
      DatasetGroup group,
      String kind,
      String title,
      Map<String, Object> data) {
    html.open("article", "class", "card").leaf("h3", title);
    report.figures().add(html, kind, title + " on " + group.dataset(), data);
    html.close();
  }

  private static Map<String, Object> losses(Report report, DatasetGroup group) {
    List<Object> items = new ArrayList<>();
    for (TrialRecord trial : report.trials(group)) {
      for (Artefact.Rounds rounds : report.artefacts(trial, Artefact.Rounds.class)) {
        Map<String, Object> item = FigureCards.item(report, trial);
        item.put("round", rounds.round());
        item.put("seconds", rounds.seconds());
        item.put("loss", rounds.loss());
        item.put("validation", rounds.validation());
        items.add(item);
      }
    }
    return Map.of("items", items);
  }

  /** In the order of the suite, so that a knob's values stand beside each other. */
  private static Map<String, Object> phases(Report report, DatasetGroup group) {
    List<Object> items = new ArrayList<>();
    for (String system : group.systems()) {
      List<Artefact.Rounds> all = AveragingTable.rounds(report, group, system);
      if (!all.isEmpty()) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("system", system);
        item.put("milliseconds", AveragingTable.phases(all));
        items.add(item);
      }
    }
    return Map.of("items", items, "phases", Artefact.Rounds.PHASES);
  }

  private static Map<String, Object> timeline(Report report, DatasetGroup group) {
    List<Object> items = new ArrayList<>();
    for (String system : group.systems()) {
      for (TrialRecord trial : group.of(system)) {
        for (Artefact.Rounds rounds : report.artefacts(trial, Artefact.Rounds.class)) {
          Map<String, Object> item = FigureCards.item(report, trial);
          item.put("rounds", rounds.timeline());
          items.add(item);
        }
      }
    }
    return Map.of("items", items, "phases", Artefact.Rounds.PHASES);
  }
}
