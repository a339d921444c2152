package io.ergodic.models.regression;

import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.settings.Settings;
import java.util.Optional;

/**
 * Whether training series are smoothed, and how.
 *
 * @param filter made once for all series; empty for none
 */
public record Smoothing(Optional<SavitzkyGolay> filter) {
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
    return new Smoothing(
        window == 0 ? Optional.empty() : Optional.of(new SavitzkyGolay(window, degree)));
  }

  /** The smoothed series, or the series itself. */
  public Series apply(Series series) {
    return filter.map(each -> each.apply(series)).orElse(series);
  }
}
