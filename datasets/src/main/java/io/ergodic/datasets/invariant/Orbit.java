package io.ergodic.datasets.invariant;

/**
 * Equally spaced observations of a system on its attractor.
 *
 * @param values length x dimension, row-major
 * @param step model time between rows
 */
public record Orbit(double[] values, int dimension, double step) {
  public Orbit {
    if (dimension < 1 || values.length % dimension != 0) {
      throw new IllegalArgumentException(values.length + " values of dimension " + dimension);
    }
  }

  /**
   * @param discard intervals before the first row
   * @param stride intervals between rows
   */
  public static Orbit sample(
      TangentSystem system, double[] start, long discard, int stride, int length) {
    int n = system.observed();
    double[] values = new double[Math.multiplyExact(length, n)];
    double[] state = start.clone();
    double[] row = new double[n];
    TangentFrame none = TangentFrame.empty(system.dimension());
    for (long i = 0; i < discard; i++) {
      system.advance(state, none);
    }
    for (int k = 0; k < length; k++) {
      for (int i = 0; i < stride; i++) {
        system.advance(state, none);
      }
      system.observe(state, row);
      System.arraycopy(row, 0, values, k * n, n);
    }
    return new Orbit(values, n, stride * system.interval());
  }

  public int length() {
    return values.length / dimension;
  }

  /** One variable, with mean 0 and deviation 1; all zero if it does not vary. */
  public double[] standardised(int variable) {
    int length = length();
    double mean = 0;
    for (int k = 0; k < length; k++) {
      mean += values[k * dimension + variable] / length;
    }
    double variance = 0;
    for (int k = 0; k < length; k++) {
      double value = values[k * dimension + variable] - mean;
      variance += value * value / length;
    }
    double deviation = Math.sqrt(variance);
    double[] series = new double[length];
    if (deviation > 1e-12 * Math.abs(mean)) {
      for (int k = 0; k < length; k++) {
        series[k] = (values[k * dimension + variable] - mean) / deviation;
      }
    }
    return series;
  }

  /** Every {@code stride}-th row. */
  public Orbit every(int stride) {
    int length = length() / stride;
    double[] kept = new double[length * dimension];
    for (int k = 0; k < length; k++) {
      System.arraycopy(values, k * stride * dimension, kept, k * dimension, dimension);
    }
    return new Orbit(kept, dimension, step * stride);
  }

  /** Part {@code index} of {@code parts} equal ones. */
  public Orbit part(int index, int parts) {
    int length = length() / parts;
    int from = index * length * dimension;
    double[] kept = java.util.Arrays.copyOfRange(values, from, from + length * dimension);
    return new Orbit(kept, dimension, step);
  }
}
