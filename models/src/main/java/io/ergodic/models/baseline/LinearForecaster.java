package io.ergodic.models.baseline;

import io.ergodic.datasets.capability.Forecaster;

/**
 * forecast = last + W (context - last), variable by variable with the same W (horizon x lookback,
 * row-major).
 */
record LinearForecaster(int lookback, int horizon, int variables, float[] weights)
    implements Forecaster {
  /** Weights of a solver. */
  LinearForecaster(int lookback, int horizon, int variables, double[] weights) {
    this(lookback, horizon, variables, narrow(weights));
  }

  private static float[] narrow(double[] values) {
    float[] narrow = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrow[i] = (float) values[i];
    }
    return narrow;
  }

  @Override
  public void forecast(float[] context, int count, float[] forecast) {
    double[] centred = new double[lookback];
    for (int i = 0; i < count; i++) {
      for (int c = 0; c < variables; c++) {
        int from = i * lookback * variables + c;
        double last = context[from + (lookback - 1) * variables];
        for (int t = 0; t < lookback; t++) {
          centred[t] = context[from + t * variables] - last;
        }
        for (int h = 0; h < horizon; h++) {
          double sum = last;
          for (int t = 0; t < lookback; t++) {
            sum += weights[h * lookback + t] * centred[t];
          }
          forecast[(i * horizon + h) * variables + c] = (float) sum;
        }
      }
    }
  }
}
