package io.ergodic.datasets.capability;

/** A forecaster with a check before each batch. */
record WatchedForecaster(Forecaster inner, Runnable check) implements Forecaster {
  @Override
  public int lookback() {
    return inner.lookback();
  }

  @Override
  public int horizon() {
    return inner.horizon();
  }

  @Override
  public int variables() {
    return inner.variables();
  }

  @Override
  public void forecast(float[] context, int count, float[] forecast) {
    check.run();
    inner.forecast(context, count, forecast);
  }
}
