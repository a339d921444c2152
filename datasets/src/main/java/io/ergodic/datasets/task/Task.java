package io.ergodic.datasets.task;

/** The question put to a model. */
public sealed interface Task {
  /**
   * Reconstruct the dynamics behind a series: run freely from one state and show the same attractor
   * (dynamical systems reconstruction).
   */
  record Reconstruction() implements Task {}

  /**
   * Forecast {@code horizon} rows from {@code lookback} rows, for every window of the test split.
   */
  record Forecasting(int lookback, int horizon) implements Task {}

  /** Give the class of every test image. */
  record Classification() implements Task {}
}
