package io.ergodic.evaluation.metric;

import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.settings.InvalidInputException;
import java.util.Arrays;

/** The forecast that repeats the last season, as the unit of the mean absolute scaled error. */
public final class SeasonalNaive {
  private SeasonalNaive() {}

  /** Rows of a season: the dataset's property {@code seasonality}, 1 when it has none. */
  public static int season(SeriesDataset data) {
    double season = data.manifest().schema().properties().getOrDefault("seasonality", 1.0);
    return (int) Math.max(1, Math.round(season));
  }

  /**
   * Mean of |x(t) - x(t - season)| of each variable within the train series, over all t where
   * neither is missing.
   *
   * @throws InvalidInputException when no train series is longer than a season
   */
  public static double[] scale(SeriesDataset data) {
    int season = season(data);
    double[] sums = new double[data.dimension()];
    long[] rows = new long[sums.length];
    for (Series series : data.series(Split.TRAIN)) {
      for (int t = season; t < series.length(); t++) {
        for (int v = 0; v < sums.length; v++) {
          double change = Math.abs(series.value(t, v) - series.value(t - season, v));
          if (!Double.isNaN(change)) {
            sums[v] += change;
            rows[v]++;
          }
        }
      }
    }
    if (Arrays.stream(rows).sum() == 0) {
      throw new InvalidInputException(
          "metric mase needs train series longer than a season of "
              + season
              + " rows (property 'seasonality' of dataset "
              + data.manifest().name()
              + ")");
    }
    for (int v = 0; v < sums.length; v++) {
      sums[v] /= rows[v];
    }
    return sums;
  }
}
