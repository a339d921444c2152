package io.ergodic.evaluation.evidence;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.ForecastWindows;
import io.ergodic.datasets.batch.Sequential;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.task.Forecasting;

/**
 * The forecasts of all test windows, as a stream of blocks that any metric can fold. Forecasts of
 * up to 16 million values are kept from the first fold on; of more, every fold asks the model
 * again, so that memory does not grow with the test split.
 */
public final class Forecasts {
  private static final int BATCH_WINDOWS = 256;

  /** Values of a batch of windows: 16 MB of floats. */
  private static final int BATCH_VALUES = 1 << 22;

  /** Values kept: 64 MB of floats. */
  private static final long KEPT_VALUES = 1 << 24;

  private final Forecaster model;
  private final Forecasting task;
  private final ForecastWindows windows;
  private final int variables;
  private float[] kept;

  /** Takes what a fold is given of one block. */
  @FunctionalInterface
  public interface Fold {
    /**
     * Adds a block of windows that follow each other in the test split.
     *
     * @param truth windows x horizon x variables, row-major in time; holds during the call alone
     * @param forecast the same of the forecasts, from {@code offset} on
     */
    void add(float[] truth, float[] forecast, int offset, int windows);
  }

  /**
   * Forecasts nothing yet.
   *
   * @throws IllegalArgumentException when the model answers another question
   */
  public Forecasts(Forecaster model, Forecasting task, ForecastWindows windows) {
    this.variables = windows.windows().dimension();
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
    this.windows = windows;
  }

  public int horizon() {
    return task.horizon();
  }

  public int variables() {
    return variables;
  }

  /** The test windows, in the order they are folded in. */
  public ForecastWindows windows() {
    return windows;
  }

  /**
   * Goes through all test windows in order.
   *
   * @throws EvaluationFailedException when a forecast is not finite
   */
  public void fold(Fold fold) {
    int rows = task.horizon() * variables;
    boolean known = kept != null;
    boolean keep = !known && windows.count() <= KEPT_VALUES / rows;
    float[] all = keep ? new float[(int) windows.count() * rows] : kept;
    int width = task.lookback() * variables + rows;
    int count = Math.max(1, Math.min(BATCH_WINDOWS, BATCH_VALUES / width));
    int done = 0;
    for (Batch batch : new Sequential(windows, count)) {
      if (known) {
        fold.add(batch.floats(Batch.TARGET), all, done * rows, batch.count());
      } else {
        float[] forecast = forecast(batch);
        if (keep) {
          System.arraycopy(forecast, 0, all, done * rows, batch.count() * rows);
        }
        fold.add(batch.floats(Batch.TARGET), forecast, 0, batch.count());
      }
      done += batch.count();
    }
    kept = keep ? all : kept;
  }

  /** The forecast of one window, horizon x variables. */
  public float[] forecast(long window) {
    Batch batch = windows.allocate(1);
    windows.fill(batch, 0, window);
    return forecast(batch);
  }

  /** Count x horizon x variables. A model that reads less than the look-back gets its end. */
  private float[] forecast(Batch batch) {
    int width = task.lookback() * variables;
    int needed = model.lookback() * variables;
    float[] context = batch.floats(Batch.INPUT);
    if (needed < width) {
      context = new float[batch.count() * needed];
      for (int w = 0; w < batch.count(); w++) {
        System.arraycopy(
            batch.floats(Batch.INPUT), (w + 1) * width - needed, context, w * needed, needed);
      }
    }
    float[] forecast = new float[batch.count() * task.horizon() * variables];
    model.forecast(context, batch.count(), forecast);
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
