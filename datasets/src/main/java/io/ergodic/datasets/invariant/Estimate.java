package io.ergodic.datasets.invariant;

/** A number with its standard error, both NaN where it could not be had. */
public record Estimate(double value, double standardError) {
  public static final Estimate NONE = new Estimate(Double.NaN, Double.NaN);

  public boolean known() {
    return !Double.isNaN(value);
  }

  /** Mean and standard error of independent values; none for fewer than two. */
  static Estimate ofIndependent(double... values) {
    if (values.length < 2) {
      return NONE;
    }
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return new Estimate(mean, Math.sqrt(squares / (values.length - 1) / values.length));
  }
}
