package com.example.systems;

import com.google.auto.service.AutoService;
import io.ergodic.evaluation.evidence.Evidence;
import io.ergodic.evaluation.evidence.Forecasts;
import io.ergodic.evaluation.metric.Direction;
import io.ergodic.evaluation.metric.Metric;

/** The largest absolute error of all forecasts. */
@AutoService(Metric.class)
public final class LargestError implements Metric {
  @Override
  public String name() {
    return "largest_error";
  }

  @Override
  public String title() {
    return "largest error";
  }

  @Override
  public String description() {
    return "the largest absolute error over all test windows, rows of the horizon and variables";
  }

  @Override
  public String task() {
    return "forecasting";
  }

  @Override
  public Direction direction() {
    return Direction.LOWER_IS_BETTER;
  }

  /** Raise {@link #revision()} whenever this gives another value than before. */
  @Override
  public double value(Evidence evidence) {
    Forecasts forecasts = evidence.get(Forecasts.class);
    int rows = forecasts.horizon() * forecasts.variables();
    double[] largest = new double[1];
    forecasts.fold(
        (truth, forecast, offset, count) -> {
          for (int i = 0; i < count * rows; i++) {
            double error = Math.abs(truth[i] - (double) forecast[offset + i]);
            largest[0] = Math.max(largest[0], error);
          }
        });
    return largest[0];
  }
}
