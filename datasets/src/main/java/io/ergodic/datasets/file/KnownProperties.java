package io.ergodic.datasets.file;

import io.ergodic.datasets.settings.Settings;
import java.util.Map;
import java.util.TreeMap;

/** Numbers a file does not hold but its owner knows. */
public final class KnownProperties {
  private KnownProperties() {}

  /**
   * Reads those of {@code period} (units of time), {@code lyapunov} (largest exponent per unit of
   * time) and {@code seasonality} (rows) that are set.
   */
  public static Map<String, Double> read(Settings settings) {
    Map<String, Double> properties = new TreeMap<>();
    put(properties, settings, "period", Double.MIN_VALUE);
    put(properties, settings, "lyapunov", -Double.MAX_VALUE);
    if (settings.has("seasonality")) {
      properties.put("seasonality", (double) settings.integer("seasonality", 1, Integer.MAX_VALUE));
    }
    return properties;
  }

  private static void put(
      Map<String, Double> properties, Settings settings, String key, double minimum) {
    if (settings.has(key)) {
      properties.put(key, settings.number(key, minimum, Double.MAX_VALUE));
    }
  }

  /**
   * Checks the free object {@code truth}, which stays in the manifest's settings: the system that
   * made the data, its parameters, the observation noise. Keys beyond these are let through.
   */
  public static void checkTruth(Settings settings) {
    Settings truth = settings.child("truth");
    if (truth.has("system")) {
      truth.string("system");
    }
    if (truth.has("noise")) {
      truth.number("noise", 0, Double.MAX_VALUE);
    }
    Settings parameters = truth.child("parameters");
    for (String key : parameters.keys()) {
      parameters.numbers(key);
    }
  }
}
