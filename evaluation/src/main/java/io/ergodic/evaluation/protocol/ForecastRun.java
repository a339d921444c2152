package io.ergodic.evaluation.protocol;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.task.Forecasting;

/** Cuts the context out of windows of look-back and horizon, and asks a model for the rest. */
final class ForecastRun {
  private final Forecaster model;
  private final Forecasting task;
  private final int variables;

  ForecastRun(Forecaster model, Forecasting task, int variables) {
    if (model.lookback() > task.lookback()
        || model.horizon() != task.horizon()
        || model.variables() != variables) {
      throw new IllegalArgumentException(
          "a forecaster from "
              + model.lookback()
              + " to "
              + model.horizon()
              + " rows of "
              + model.variables()
              + " variables does not answer "
              + task
              + " of "
              + variables);
    }
    this.model = model;
    this.task = task;
    this.variables = variables;
  }

  /**
   * The forecasts of a batch of windows, count x horizon x variables.
   *
   * @throws EvaluationFailedException when one is not finite
   */
  float[] forecast(Batch windows) {
    int width = task.lookback() * variables;
    int needed = model.lookback() * variables;
    float[] context = windows.floats(Batch.INPUT);
    if (needed < width) {
      context = new float[windows.count() * needed];
      for (int w = 0; w < windows.count(); w++) {
        System.arraycopy(
            windows.floats(Batch.INPUT), (w + 1) * width - needed, context, w * needed, needed);
      }
    }
    float[] forecast = new float[windows.count() * task.horizon() * variables];
    model.forecast(context, windows.count(), forecast);
    for (int i = 0; i < forecast.length; i++) {
      if (!Float.isFinite(forecast[i])) {
        throw new EvaluationFailedException(
            "a forecast is not finite: step "
                + (i / variables % task.horizon() + 1)
                + " of "
                + task.horizon()
                + ", variable "
                + (i % variables + 1));
      }
    }
    return forecast;
  }
}
