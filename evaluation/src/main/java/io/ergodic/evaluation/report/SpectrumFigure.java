package io.ergodic.evaluation.report;

import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Power spectra of truth and free runs. */
final class SpectrumFigure {
  private SpectrumFigure() {}

  static Section section() {
    return new ArtefactSection(
        "spectra",
        "Spectra",
        410,
        "Power over frequency (cycles per unit of time) of the true system and of free runs.",
        "spectrum",
        "Power spectra",
        Artefact.Spectrum.class,
        SpectrumFigure::data,
        "");
  }

  private static Map<String, Object> data(Report report, List<TrialRecord> trials) {
    List<Object> items = new ArrayList<>();
    for (TrialRecord trial : trials) {
      for (Artefact.Spectrum each : report.artefacts(trial, Artefact.Spectrum.class)) {
        Map<String, Object> item = FigureCards.item(report, trial);
        item.put("label", each.column());
        item.put("frequency", each.frequency());
        item.put("truth", each.truth());
        item.put("generated", each.generated());
        items.add(item);
      }
    }
    return Map.of("items", items);
  }
}
