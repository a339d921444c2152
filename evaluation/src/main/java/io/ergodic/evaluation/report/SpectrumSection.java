package io.ergodic.evaluation.report;

import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Power spectra of truth and free runs. */
final class SpectrumSection implements Section {
  @Override
  public String id() {
    return "spectra";
  }

  @Override
  public String title() {
    return "Spectra";
  }

  @Override
  public boolean present(Report report) {
    return !report.with(Artefact.Spectrum.class).isEmpty();
  }

  @Override
  public void write(Html html, Report report) {
    html.leaf(
        "p",
        "Power over frequency (cycles per unit of time) of the true system and of free runs.",
        "class",
        "note");
    FigureCards.write(
        html,
        report,
        "spectrum",
        "Power spectra",
        report.with(Artefact.Spectrum.class),
        group -> data(report, group));
  }

  private static Map<String, Object> data(Report report, DatasetGroup group) {
    List<Object> items = new ArrayList<>();
    for (TrialRecord trial : FigureCards.ordered(report, group)) {
      for (Artefact.Spectrum each : DatasetGroup.all(trial, Artefact.Spectrum.class)) {
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
