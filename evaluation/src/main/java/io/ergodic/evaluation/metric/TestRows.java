package io.ergodic.evaluation.metric;

import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.settings.InvalidInputException;

/** Rows of test series behind the context that they share with the split before. */
final class TestRows {
  private TestRows() {}

  /** Those of the longest series. */
  static int longest(SeriesDataset data) {
    int rows = data.series(Split.TEST).stream().mapToInt(Series::length).max().orElse(0);
    return Math.max(0, rows - data.manifest().schema().overlap());
  }

  /**
   * Refuses data whose longest test series has not more than so many rows.
   *
   * @param metric that needs them
   * @param words for the rows, such as "20 rows"
   */
  static void requireMore(String metric, SeriesDataset data, int rows, String words) {
    int longest = longest(data);
    if (longest <= rows) {
      throw new InvalidInputException(
          "metric "
              + metric
              + " needs more than "
              + words
              + ", the longest test series of dataset "
              + data.manifest().name()
              + " has "
              + longest);
    }
  }
}
