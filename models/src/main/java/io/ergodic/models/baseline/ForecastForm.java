package io.ergodic.models.baseline;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;

/**
 * From look-back to horizon, both less the last value of the look-back, one map for all variables:
 * a row for each variable of a window.
 */
record ForecastForm(int lookback, int horizon, int variables) implements RidgeForm {
  @Override
  public int features() {
    return lookback;
  }

  @Override
  public int outputs() {
    return horizon;
  }

  @Override
  public int rowsAnExample() {
    return variables;
  }

  @Override
  public void copy(Batch batch, int example, int row, double[] x, double[] y) {
    float[] input = batch.floats(Batch.INPUT);
    float[] target = batch.floats(Batch.TARGET);
    int first = example * lookback * variables + row;
    int next = example * horizon * variables + row;
    double last = input[first + (lookback - 1) * variables];
    for (int t = 0; t < lookback; t++) {
      x[t] = input[first + t * variables] - last;
    }
    for (int h = 0; h < horizon; h++) {
      y[h] = target[next + h * variables] - last;
    }
  }

  @Override
  public Capability model(double[] weights) {
    return new LinearForecaster(lookback, horizon, variables, weights);
  }
}
