package io.ergodic.datasets.scale;

import java.util.Arrays;

/** The median of values that may be infinite, as the loss of a failed trial is. */
public final class Median {
  private Median() {}

  /** Of a copy of the values; NaN when there are none. */
  public static double of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted);
  }

  /** Of values in ascending order; NaN when there are none. */
  public static double ofSorted(double[] sorted) {
    int count = sorted.length;
    if (count == 0) {
      return Double.NaN;
    }
    double low = sorted[(count - 1) / 2];
    double high = sorted[count / 2];
    return low == high ? low : low / 2 + high / 2;
  }
}
