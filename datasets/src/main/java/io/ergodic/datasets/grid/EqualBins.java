package io.ergodic.datasets.grid;

/**
 * Bins of equal width over a range of values.
 *
 * @param low end of the first bin
 * @param width of each; 0 for a variable that stays as it is, which has one bin
 */
public record EqualBins(double low, double width, int count) {
  /** What Hess et al. (2023) add to the range of data at either end, in deviations. */
  private static final double MARGIN = 0.1;

  /** From one value to another. */
  public static EqualBins between(double low, double high, int count) {
    return new EqualBins(low, (high - low) / count, count);
  }

  /** Over the range of data and a margin of 0.1 deviations on either side. */
  public static EqualBins around(double smallest, double largest, double deviation, int count) {
    double margin = MARGIN * deviation;
    return between(smallest - margin, largest + margin, count);
  }

  /** The number of a value's bin, from 0; -1 outside, and for what is not a number. */
  public int of(double value) {
    double offset = value - low;
    double bin = width == 0 ? (offset == 0 ? 0 : -1) : Math.floor(offset / width);
    return bin >= 0 && bin < count ? (int) bin : -1;
  }
}
