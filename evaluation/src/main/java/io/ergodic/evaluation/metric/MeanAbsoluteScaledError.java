package io.ergodic.evaluation.metric;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.evaluation.evidence.Evidence;
import io.ergodic.evaluation.evidence.ForecastErrors;

/**
 * MASE: the absolute error of each variable over that of the {@linkplain SeasonalNaive seasonal
 * naive} forecast within the train split, mean over variables (Hyndman and Koehler 2006).
 */
@AutoService(Metric.class)
public final class MeanAbsoluteScaledError implements Metric {
  @Override
  public String name() {
    return "mase";
  }

  @Override
  public String title() {
    return "MASE";
  }

  @Override
  public String description() {
    return "absolute error of each variable divided by that of the seasonal naive forecast within"
        + " the train split (season: property 'seasonality', else 1 row), mean over variables"
        + " (Hyndman and Koehler 2006)";
  }

  @Override
  public String task() {
    return "forecasting";
  }

  @Override
  public Direction direction() {
    return Direction.LOWER_IS_BETTER;
  }

  /** Refuses data without a train series longer than a season. */
  @Override
  public void check(Dataset dataset) {
    if (dataset instanceof SeriesDataset data) {
      SeasonalNaive.scale(data);
    }
  }

  @Override
  public double value(Evidence evidence) {
    SeriesDataset data = evidence.get(SeriesDataset.class);
    return evidence
        .get(ForecastErrors.class)
        .meanScaled(SeasonalNaive.scale(data), data.manifest().schema().columns());
  }
}
