package io.ergodic.models.regression;

import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.settings.Settings;

/**
 * Whether training series are smoothed, and how.
 *
 * @param window odd number of rows of the Savitzky-Golay filter; 0 for none
 * @param degree of its polynomials
 */
public record Smoothing(int window, int degree) {
  /** Reads {@code smoothing { window (0), degree (3) }} and refuses the rest. */
  public static Smoothing read(Settings settings) {
    settings.explain(
        "window", "rows of the Savitzky-Golay filter over training data; 0 for none",
        "degree", "of its polynomials");
    int window = settings.integer("window", 0, 0, 100_001);
    int degree = settings.integer("degree", 3, 0, 20);
    settings.rejectUnknown();
    if (window != 0 && (window % 2 == 0 || window <= degree)) {
      throw settings.error(
          "window", "must be odd and above the degree " + degree + ", not " + window);
    }
    return new Smoothing(window, degree);
  }

  /** The smoothed series, or the series itself. */
  public Series apply(Series series) {
    return window == 0 ? series : new SavitzkyGolay(window, degree).apply(series);
  }
}
