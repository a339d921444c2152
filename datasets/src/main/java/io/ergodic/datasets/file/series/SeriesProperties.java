package io.ergodic.datasets.file.series;

import io.ergodic.datasets.chaos.TrueDynamics;
import io.ergodic.datasets.settings.Settings;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a user knows about the data of a file: {@code period} and {@code lyapunov} (largest exponent
 * per unit of time), in units of {@code step}; {@code seasonality} in rows; and {@code truth}, the
 * system behind it, as {@link TrueDynamics} reads it.
 */
final class SeriesProperties {
  private SeriesProperties() {}

  /** The properties given; {@code truth} is checked here and read again from the manifest. */
  static Map<String, Double> read(Settings settings, int dimension) {
    Map<String, Double> properties = new TreeMap<>();
    if (settings.has("period")) {
      properties.put("period", settings.number("period", 1e-12, 1e12));
    }
    if (settings.has("lyapunov")) {
      properties.put("lyapunov", settings.number("lyapunov", -1e12, 1e12));
    }
    if (settings.has("seasonality")) {
      properties.put("seasonality", (double) settings.integer("seasonality", 1, 1 << 28));
    }
    if (settings.has("truth")) {
      TrueDynamics.check(settings.child("truth"), dimension);
    }
    return properties;
  }
}
