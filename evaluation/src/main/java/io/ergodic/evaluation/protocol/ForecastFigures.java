package io.ergodic.evaluation.protocol;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.ForecastWindows;
import io.ergodic.datasets.batch.Windows;
import io.ergodic.datasets.task.Forecasting;
import io.ergodic.evaluation.result.Artefact;
import java.util.ArrayList;
import java.util.List;

/** Three forecasts of the last variable, from the beginning, middle and end of the test windows. */
final class ForecastFigures {
  private static final int CONTEXT = 336;

  private ForecastFigures() {}

  static List<Artefact> of(
      ForecastRun run, ForecastWindows examples, Forecasting task, List<String> columns) {
    Windows windows = examples.windows();
    int variables = windows.dimension();
    Batch batch = examples.allocate(1);
    int shown = variables - 1;
    List<Artefact> figures = new ArrayList<>();
    for (long index : new long[] {0, windows.count() / 2, windows.count() - 1}) {
      float[] values = new float[windows.length() * variables];
      windows.copy(index, values, 0);
      examples.fill(batch, 0, index);
      float[] forecast = run.forecast(batch);
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
