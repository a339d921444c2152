package io.ergodic.models.dynamics;

import io.ergodic.datasets.settings.Settings;

/**
 * Settings of a reservoir.
 *
 * @param units (500)
 * @param degree (10): connections into a unit
 * @param radius (0.6): spectral radius of the connections
 * @param inputScale (0.5): weights of the input are uniform in plus or minus it
 * @param ridge (1e-4): penalty on the read-out, added to the sums
 * @param noise (0): deviation of normal noise on inputs while training
 * @param washout (100): rows until the first state no longer shows
 */
record ReservoirSettings(
    int units,
    int degree,
    double radius,
    double inputScale,
    double ridge,
    double noise,
    int washout) {
  private static final int MOST_UNITS = 20_000;

  static ReservoirSettings read(Settings settings, int dimension) {
    settings.explain(
        "units", "of the reservoir",
        "degree", "connections into a unit",
        "radius", "spectral radius of the connections",
        "inputScale", "weights of the input are uniform in plus or minus it",
        "ridge", "penalty on the read-out",
        "noise", "deviation of normal noise on inputs while training",
        "washout", "rows until the first state no longer shows");
    int units = settings.integer("units", 500, 1, MOST_UNITS);
    if (units < dimension) {
      throw settings.error(
          "units", units + " cannot be fed by " + dimension + " variables, one or more each");
    }
    return new ReservoirSettings(
        units,
        settings.integer("degree", Math.min(10, units), 1, units),
        settings.number("radius", 0.6, 0, 10),
        settings.number("inputScale", 0.5, 1e-9, 1e9),
        settings.number("ridge", 1e-4, 0, 1e12),
        settings.number("noise", 0, 0, 100),
        settings.integer("washout", 100, 1, 1_000_000));
  }
}
