package io.ergodic.datasets.batch;

/**
 * Windows cut into look-back and horizon: {@link Batch#INPUT} has look-back x variables, {@link
 * Batch#TARGET} horizon x variables, both row-major in time.
 */
public final class ForecastWindows implements Examples {
  private final Windows windows;
  private final int lookback;
  private final int horizon;

  /** The windows have to be lookback + horizon rows long. */
  public ForecastWindows(Windows windows, int lookback, int horizon) {
    if (windows.length() != lookback + horizon) {
      throw new IllegalArgumentException(
          "windows of " + windows.length() + " rows for " + lookback + " and " + horizon);
    }
    this.windows = windows;
    this.lookback = lookback;
    this.horizon = horizon;
  }

  /** Windows of look-back and horizon together. */
  public Windows windows() {
    return windows;
  }

  @Override
  public long count() {
    return windows.count();
  }

  @Override
  public Batch allocate(int capacity) {
    return Batch.of(capacity)
        .addFloats(Batch.INPUT, lookback, windows.dimension())
        .addFloats(Batch.TARGET, horizon, windows.dimension());
  }

  @Override
  public void fill(Batch batch, int slot, long example) {
    int variables = windows.dimension();
    float[] input = batch.floats(Batch.INPUT);
    float[] target = batch.floats(Batch.TARGET);
    windows.copy(example, 0, lookback, input, slot * lookback * variables);
    windows.copy(example, lookback, horizon, target, slot * horizon * variables);
  }
}
