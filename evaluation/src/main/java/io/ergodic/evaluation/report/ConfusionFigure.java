package io.ergodic.evaluation.report;

import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Confusion matrices. */
final class ConfusionFigure {
  private ConfusionFigure() {}

  static Section section() {
    return new ArtefactSection(
        "confusion",
        "Confusion",
        430,
        "Rows are true classes, columns predicted ones; the shade is the share of the row.",
        "confusion",
        "Confusion matrix",
        Artefact.Confusion.class,
        ConfusionFigure::data,
        "");
  }

  private static Map<String, Object> data(Report report, List<TrialRecord> trials) {
    List<Object> items = new ArrayList<>();
    for (TrialRecord trial : trials) {
      for (Artefact.Confusion each : report.artefacts(trial, Artefact.Confusion.class)) {
        Map<String, Object> item = FigureCards.item(report, trial);
        item.put("classes", each.classes());
        item.put("counts", each.counts());
        items.add(item);
      }
    }
    return Map.of("items", items);
  }
}
