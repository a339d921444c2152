package io.ergodic.evaluation.report;

import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.TrialRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** True and generated attractors side by side, to be turned together. */
final class AttractorFigure {
  private AttractorFigure() {}

  static Section section() {
    return new ArtefactSection(
        "attractors",
        "Attractors",
        400,
        "The true orbit and a free run of the trained model from one initial condition. Drag to"
            + " turn, both turn together; scroll to zoom.",
        "attractor",
        "True and generated attractor",
        Artefact.Attractor.class,
        AttractorFigure::data,
        "");
  }

  private static Map<String, Object> data(Report report, List<TrialRecord> trials) {
    List<float[][]> truths = new ArrayList<>();
    List<Object> items = new ArrayList<>();
    for (TrialRecord trial : trials) {
      for (Artefact.Attractor each : report.artefacts(trial, Artefact.Attractor.class)) {
        Map<String, Object> item = FigureCards.item(report, trial);
        item.put("columns", each.columns());
        item.put("truth", index(truths, each.truth()));
        item.put("generated", Columns.of(each.generated(), each.columns().size()));
        items.add(item);
      }
    }
    List<float[][]> transposed = new ArrayList<>();
    truths.forEach(t -> transposed.add(Columns.of(t, t.length == 0 ? 0 : t[0].length)));
    return Map.of("truths", transposed, "items", items);
  }

  /** Trials of one dataset mostly share their truth: it is written once. */
  private static int index(List<float[][]> truths, float[][] truth) {
    for (int i = 0; i < truths.size(); i++) {
      if (Arrays.deepEquals(truths.get(i), truth)) {
        return i;
      }
    }
    truths.add(truth);
    return truths.size() - 1;
  }
}
