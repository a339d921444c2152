package io.ergodic.datasets.capability;

/** Maps a look-back window to the values that follow it. One instance belongs to one thread. */
public interface Forecaster extends Capability {
  /** Rows of context it reads. */
  int lookback();

  /** Rows it predicts. */
  int horizon();

  /** Number of variables. */
  int variables();

  /**
   * Forecasts a batch of windows.
   *
   * @param context {@code count} x lookback x variables, row-major
   * @param forecast receives {@code count} x horizon x variables, row-major
   */
  void forecast(float[] context, int count, float[] forecast);

  @Override
  default Forecaster watched(Runnable check) {
    return new WatchedForecaster(this, check);
  }
}
