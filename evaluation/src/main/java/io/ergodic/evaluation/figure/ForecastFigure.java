package io.ergodic.evaluation.figure;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.batch.Windows;
import io.ergodic.datasets.task.Forecasting;
import io.ergodic.evaluation.evidence.Evidence;
import io.ergodic.evaluation.evidence.Forecasts;
import io.ergodic.evaluation.result.Artefact;
import java.util.ArrayList;
import java.util.List;

/** Three forecasts of the last variable, from the beginning, middle and end of the test windows. */
@AutoService(Figure.class)
public final class ForecastFigure implements Figure {
  private static final int CONTEXT = 336;

  @Override
  public String name() {
    return "forecast";
  }

  @Override
  public String task() {
    return "forecasting";
  }

  @Override
  public List<Artefact> draw(Evidence evidence) {
    Forecasts forecasts = evidence.get(Forecasts.class);
    Forecasting task = evidence.get(Forecasting.class);
    List<String> columns = evidence.dataset().manifest().schema().columns();
    Windows windows = forecasts.windows().windows();
    int variables = windows.dimension();
    int shown = variables - 1;
    List<Artefact> figures = new ArrayList<>();
    for (long index : new long[] {0, windows.count() / 2, windows.count() - 1}) {
      float[] values = new float[windows.length() * variables];
      windows.copy(index, values, 0);
      float[] forecast = forecasts.forecast(index);
      int from = task.lookback() - Math.min(task.lookback(), CONTEXT);
      figures.add(
          new Artefact.Forecast(
              columns.get(shown),
              column(values, variables, shown, from, task.lookback()),
              column(values, variables, shown, task.lookback(), windows.length()),
              column(forecast, variables, shown, 0, task.horizon())));
      if (windows.count() < 3) {
        break;
      }
    }
    return figures;
  }

  private static float[] column(float[] values, int variables, int variable, int from, int to) {
    float[] column = new float[to - from];
    for (int t = from; t < to; t++) {
      column[t - from] = values[t * variables + variable];
    }
    return column;
  }
}
