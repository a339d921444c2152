package io.ergodic.models.baseline;

import io.ergodic.datasets.capability.Forecaster;

/** Forecasts by rows: each row of the horizon is a row of the context, or a constant row. */
record RowForecaster(int lookback, int horizon, int variables, RowOf rows, float[] constant)
    implements Forecaster {
  /** Which row of the context stands at a row of the horizon; -1 for the constant. */
  interface RowOf {
    int source(int row);
  }

  @Override
  public void forecast(float[] context, int count, float[] forecast) {
    for (int i = 0; i < count; i++) {
      for (int h = 0; h < horizon; h++) {
        int source = rows.source(h);
        int to = (i * horizon + h) * variables;
        if (source < 0) {
          System.arraycopy(constant, 0, forecast, to, variables);
        } else {
          int from = (i * lookback + source) * variables;
          System.arraycopy(context, from, forecast, to, variables);
        }
      }
    }
  }
}
