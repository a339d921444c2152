package io.ergodic.jobs.forecast;

import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.scale.Scaler;
import io.ergodic.evaluation.interval.ConformalIntervals;
import java.util.Arrays;

/**
 * A trained forecaster asked for every window of the rows after those it was trained on, in the
 * units of the table.
 */
final class Backtest {
  private static final int BATCH = 64;

  private final Forecaster forecaster;
  private final Scaler scaler;
  private final double[] rows;
  private final int size;

  /**
   * @param rows of the whole table as the model sees them, rows x variables
   */
  Backtest(Forecaster forecaster, Scaler scaler, double[] rows) {
    this.forecaster = forecaster;
    this.scaler = scaler;
    this.rows = rows;
    this.size = forecaster.horizon() * forecaster.variables();
  }

  /** Forecasts and truths of windows, windows x horizon x variables each. */
  record Windows(float[] forecasts, float[] truths) {
    /** The mean absolute error over all of them. */
    double meanAbsoluteError() {
      double sum = 0;
      for (int i = 0; i < forecasts.length; i++) {
        sum += Math.abs((double) forecasts[i] - truths[i]);
      }
      return sum / forecasts.length;
    }

    /** The mean symmetric error in percent, 200 |f - y| / (|f| + |y|); 0 where both are 0. */
    double symmetricError() {
      double sum = 0;
      for (int i = 0; i < forecasts.length; i++) {
        double size = Math.abs((double) forecasts[i]) + Math.abs((double) truths[i]);
        sum += size > 0 ? 200 * Math.abs((double) forecasts[i] - truths[i]) / size : 0;
      }
      return sum / forecasts.length;
    }
  }

  /**
   * The windows whose targets begin at a row or later and end before another.
   *
   * @param from first row that is forecast
   * @param to row that none reaches
   */
  Windows windows(int from, int to) {
    int count = to - from - forecaster.horizon() + 1;
    float[] forecasts = new float[count * size];
    float[] truths = new float[count * size];
    for (int first = 0; first < count; first += BATCH) {
      int some = Math.min(BATCH, count - first);
      System.arraycopy(forecast(from + first, some), 0, forecasts, first * size, some * size);
    }
    for (int w = 0; w < count; w++) {
      for (int i = 0; i < size; i++) {
        truths[w * size + i] = (float) rows[(from + w) * forecaster.variables() + i];
      }
    }
    unscale(forecasts);
    unscale(truths);
    return new Windows(forecasts, truths);
  }

  /** What follows the last row, horizon x variables. */
  float[] ahead() {
    float[] answer = forecast(rows.length / forecaster.variables(), 1);
    unscale(answer);
    return answer;
  }

  /** Forecasts from the rows before each of {@code count} rows from one on. */
  private float[] forecast(int row, int count) {
    int variables = forecaster.variables();
    int length = forecaster.lookback() * variables;
    float[] inputs = new float[count * length];
    for (int w = 0; w < count; w++) {
      int from = (row + w - forecaster.lookback()) * variables;
      for (int i = 0; i < length; i++) {
        inputs[w * length + i] = (float) rows[from + i];
      }
    }
    float[] answer = new float[count * size];
    forecaster.forecast(inputs, count, answer);
    return answer;
  }

  private void unscale(float[] values) {
    int variables = forecaster.variables();
    for (int i = 0; i < values.length; i++) {
      int v = i % variables;
      values[i] = (float) (values[i] * scaler.deviation()[v] + scaler.mean()[v]);
    }
  }

  /** Intervals learnt from some windows and, where there are more, from those too. */
  ConformalIntervals intervals(Windows... parts) {
    float[] forecasts = new float[0];
    float[] truths = new float[0];
    for (Windows part : parts) {
      forecasts = joined(forecasts, part.forecasts());
      truths = joined(truths, part.truths());
    }
    return new ConformalIntervals(forecasts, truths, size);
  }

  private static float[] joined(float[] first, float[] second) {
    float[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
