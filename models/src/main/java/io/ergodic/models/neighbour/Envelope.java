package io.ergodic.models.neighbour;

/**
 * What of a series lies within a band of each row: least and greatest values, rows x variables, and
 * the bounds of time warping that follow from them (Keogh and Ratanamahatana 2005).
 */
final class Envelope {
  private final float[] query;
  private final int from;
  private final int variables;
  private final float[] least;
  private final float[] greatest;

  /** Of the series of {@code size} values from {@code from} on. */
  Envelope(float[] query, int from, int size, int variables, int band) {
    this.query = query;
    this.from = from;
    this.variables = variables;
    this.least = new float[size];
    this.greatest = new float[size];
    int length = size / variables;
    for (int t = 0; t < length; t++) {
      for (int v = 0; v < variables; v++) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int s = Math.max(0, t - band); s <= Math.min(length - 1, t + band); s++) {
          low = Math.min(low, query[from + s * variables + v]);
          high = Math.max(high, query[from + s * variables + v]);
        }
        least[t * variables + v] = low;
        greatest[t * variables + v] = high;
      }
    }
  }

  /**
   * No more than the distance: the cost of first with first row and last with last, or if that is
   * more, what of the other series is outside the envelope. Less by what rounding may add.
   */
  float bound(float[] values, int other) {
    double ends = 0;
    int size = least.length;
    for (int v = 0; v < variables; v++) {
      ends += square(query[from + v] - values[other + v]);
      if (size > variables) {
        int last = size - variables + v;
        ends += square(query[from + last] - values[other + last]);
      }
    }
    double outside = 0;
    for (int i = 0; i < size; i++) {
      float value = values[other + i];
      if (value > greatest[i]) {
        outside += square(value - greatest[i]);
      } else if (value < least[i]) {
        outside += square(least[i] - value);
      }
    }
    // A path has 2 length steps at most; each rounds a sum in single precision.
    double rounding = Math.max(0, 1 - 2.0 * size * Math.ulp(1f));
    return (float) (Math.max(ends, outside) * rounding * (1 - Math.ulp(1f)));
  }

  private static double square(double value) {
    return value * value;
  }
}
