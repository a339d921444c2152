package io.ergodic.datasets.invariant;

import io.ergodic.datasets.spectral.FourierTransform;

/**
 * The period of the highest peak of the power spectrum: standardised variables, Hann windows half
 * overlapping (Welch, IEEE Trans. Audio Electroacoust. 15, 1967), spectra of all variables added,
 * the peak refined by a parabola through its logarithm. The standard error is half a bin of the
 * spectrum at least, else that over four segments of the orbit, which is large where several peaks
 * compete.
 */
public final class DominantPeriod {
  private static final int SEGMENTS = 4;

  private DominantPeriod() {}

  /**
   * @param window rows of a window, a power of two, at most a quarter of the orbit
   */
  public static Estimate of(Orbit orbit, int window) {
    if (Integer.bitCount(window) != 1 || window < 8 || window * SEGMENTS > orbit.length()) {
      throw new IllegalArgumentException("window of " + window + " of " + orbit.length());
    }
    double frequency = peak(power(orbit, window)) / (window * orbit.step());
    double[] segments = new double[SEGMENTS];
    for (int s = 0; s < SEGMENTS; s++) {
      segments[s] = peak(power(orbit.part(s, SEGMENTS), window)) / (window * orbit.step());
    }
    if (!(frequency > 0)) {
      return Estimate.NONE;
    }
    double error = Estimate.ofIndependent(segments).standardError();
    double bin = 0.5 / (window * orbit.step());
    return new Estimate(1 / frequency, Math.max(error, bin) / (frequency * frequency));
  }

  /** The peak's place in bins; NaN without power. */
  private static double peak(double[] power) {
    // a Hann window leaks what is left of the mean into bin 1
    int best = 2;
    for (int k = 2; k < power.length - 1; k++) {
      best = power[k] > power[best] ? k : best;
    }
    if (!(power[best] > 0)) {
      return Double.NaN;
    }
    double left = StrictMath.log(power[best - 1] + Double.MIN_NORMAL);
    double centre = StrictMath.log(power[best]);
    double right = StrictMath.log(power[best + 1] + Double.MIN_NORMAL);
    double bend = left - 2 * centre + right;
    double shift = bend < 0 ? 0.5 * (left - right) / bend : 0;
    return best + Math.max(-0.5, Math.min(0.5, shift));
  }

  private static double[] power(Orbit orbit, int window) {
    double[] power = new double[window / 2 + 1];
    double[] real = new double[window];
    double[] imaginary = new double[window];
    FourierTransform transform = new FourierTransform(window);
    for (int variable = 0; variable < orbit.dimension(); variable++) {
      double[] series = orbit.standardised(variable);
      for (int from = 0; from + window <= series.length; from += window / 2) {
        for (int i = 0; i < window; i++) {
          double sine = StrictMath.sin(Math.PI * i / window);
          real[i] = series[from + i] * sine * sine;
          imaginary[i] = 0;
        }
        transform.forward(real, imaginary);
        for (int k = 0; k < power.length; k++) {
          power[k] += real[k] * real[k] + imaginary[k] * imaginary[k];
        }
      }
    }
    return power;
  }

  /** A power of two of rows, of 64 periods or a little less, that an orbit allows. */
  public static int window(double rowsPerPeriod, int length) {
    double most = Math.max(8, Math.min(64 * rowsPerPeriod, (double) length / SEGMENTS));
    return Integer.highestOneBit((int) most);
  }
}
