package io.ergodic.evaluation.report;

import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.TrialRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Forecasts over the truth. */
final class ForecastFigure {
  private ForecastFigure() {}

  static Section section() {
    return new ArtefactSection(
        "forecasts",
        "Forecasts",
        420,
        "The end of the look-back window, then truth and forecasts; time steps count from the first"
            + " forecast value. The three best systems are drawn, a click on a name adds another.",
        "forecast",
        "Forecasts over truth",
        Artefact.Forecast.class,
        ForecastFigure::data,
        "");
  }

  private static Map<String, Object> data(Report report, List<TrialRecord> trials) {
    List<Object> items = new ArrayList<>();
    for (TrialRecord trial : trials) {
      Map<String, Integer> windows = new HashMap<>();
      for (Artefact.Forecast each : report.artefacts(trial, Artefact.Forecast.class)) {
        Map<String, Object> item = FigureCards.item(report, trial);
        int window = windows.merge(each.column(), 1, Integer::sum);
        item.put("label", each.column() + (window == 1 ? "" : ", window " + window));
        item.put("context", each.context());
        item.put("truth", each.truth());
        item.put("forecast", each.forecast());
        items.add(item);
      }
    }
    return Map.of("items", items);
  }
}
