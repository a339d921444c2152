package io.ergodic.evaluation.interval;

import java.util.Arrays;

/**
 * Intervals for point forecasts by split conformal prediction (Vovk, Gammerman and Shafer 2005):
 * the half width of the interval of a step and variable is a quantile of the absolute errors that
 * forecasts of windows set aside have there, the ceil((n + 1) (1 - alpha))-th smallest of n. Of
 * exchangeable windows at least 1 - alpha of new values lie within; windows of a series that
 * changes are not, so coverage has to be measured as well.
 */
public final class ConformalIntervals {
  private final double[][] errors;
  private final int windows;

  /**
   * Learns from windows set aside.
   *
   * @param forecasts windows x size values, size being horizon x variables
   * @param truths laid out alike
   */
  public ConformalIntervals(float[] forecasts, float[] truths, int size) {
    if (size < 1 || forecasts.length != truths.length || forecasts.length % size != 0) {
      throw new IllegalArgumentException(
          forecasts.length + " forecasts and " + truths.length + " truths of " + size + " values");
    }
    this.windows = forecasts.length / size;
    this.errors = new double[size][windows];
    for (int i = 0; i < forecasts.length; i++) {
      errors[i % size][i / size] = Math.abs((double) forecasts[i] - truths[i]);
    }
    for (double[] own : errors) {
      Arrays.sort(own);
    }
  }

  /**
   * Half widths, one a step and variable; infinite where the windows are too few for the level.
   *
   * @param level 1 - alpha, such as 0.95
   */
  public double[] halfWidths(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a level of " + level + ": must be in (0, 1)");
    }
    long rank = (long) Math.ceil((windows + 1) * level);
    double[] widths = new double[errors.length];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = rank > windows ? Double.POSITIVE_INFINITY : errors[i][(int) rank - 1];
    }
    return widths;
  }

  /** The part of values of other windows that lie within the intervals. */
  public double coverage(float[] forecasts, float[] truths, double level) {
    double[] widths = halfWidths(level);
    long within = 0;
    for (int i = 0; i < forecasts.length; i++) {
      double error = Math.abs((double) forecasts[i] - truths[i]);
      within += error <= widths[i % widths.length] ? 1 : 0;
    }
    return (double) within / forecasts.length;
  }
}
