package io.ergodic.evaluation.metric;

import com.google.auto.service.AutoService;
import io.ergodic.evaluation.evidence.Evidence;
import io.ergodic.evaluation.evidence.ForecastErrors;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * An error of forecasts, over every test window, row of the horizon and variable, on the scale the
 * dataset is scored on.
 */
public record ForecastMetric(
    String name, String title, String description, ToDoubleFunction<ForecastErrors> definition)
    implements Metric {

  @Override
  public String task() {
    return "forecasting";
  }

  @Override
  public Direction direction() {
    return Direction.LOWER_IS_BETTER;
  }

  @Override
  public double value(Evidence evidence) {
    return definition.applyAsDouble(evidence.get(ForecastErrors.class));
  }

  /** The metrics of the forecasting task that are functions of sums of errors. */
  @AutoService(MetricProvider.class)
  public static final class Provider implements MetricProvider {
    private static final String OVER =
        ", mean over all test windows, rows of the horizon and variables";

    @Override
    public List<? extends Metric> metrics() {
      return List.of(
          new ForecastMetric("mse", "MSE", "squared error" + OVER, ForecastErrors::meanSquared),
          new ForecastMetric("mae", "MAE", "absolute error" + OVER, ForecastErrors::meanAbsolute),
          new ForecastMetric(
              "rmse",
              "RMSE",
              "square root of the squared error" + OVER,
              errors -> Math.sqrt(errors.meanSquared())),
          new ForecastMetric(
              "smape",
              "sMAPE",
              "200 |x - y| / (|x| + |y|), 0 where both are 0" + OVER + "; from 0 to 200",
              ForecastErrors::meanSymmetric));
    }
  }
}
