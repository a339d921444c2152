package io.ergodic.evaluation.metric;

import org.jtransforms.fft.DoubleFFT_1D;
import pl.edu.icm.jlargearrays.ConcurrencyUtils;

/** Smoothed power spectra of single variables, normalised to sum 1. */
public final class PowerSpectrum {
  private static final double SIGMA = 20;

  static {
    // One thread: trials already fill the cores, and the same code path gives the same bits.
    ConcurrencyUtils.setNumberOfThreads(1);
  }

  private PowerSpectrum() {}

  /**
   * The spectrum of one variable: values standardised by their own mean and deviation, squared
   * magnitudes of the discrete Fourier transform at frequencies k / (T step), k = 0 to T/2,
   * smoothed by a Gaussian of 20 bins (cut at 4 deviations, mirrored at the ends without repeating
   * the edge), normalised to sum 1. All zero for a variable that does not vary.
   *
   * @param values rows x dimension, row-major
   */
  public static double[] of(double[] values, int dimension, int variable) {
    double[] power = smooth(power(values, dimension, variable), SIGMA);
    double sum = 0;
    for (double value : power) {
      sum += value;
    }
    for (int k = 0; sum > 0 && k < power.length; k++) {
      power[k] /= sum;
    }
    return power;
  }

  static double[] power(double[] values, int dimension, int variable) {
    int rows = values.length / dimension;
    double[] power = new double[rows / 2 + 1];
    Spread spread = Spread.of(values, dimension, variable);
    double deviation = spread.deviation();
    // What rounding alone makes vary is constant.
    if (!(deviation > 1e-12 * Math.abs(spread.mean()))) {
      return power;
    }
    double[] signal = new double[rows];
    for (int t = 0; t < rows; t++) {
      signal[t] = (values[t * dimension + variable] - spread.mean()) / deviation;
    }
    new DoubleFFT_1D(rows).realForward(signal);
    power[0] = signal[0] * signal[0];
    for (int k = 1; k < (rows + 1) / 2; k++) {
      double real = signal[2 * k];
      // The packed layout of odd lengths keeps the last imaginary part in entry 1.
      double imaginary = 2 * k + 1 < rows ? signal[2 * k + 1] : signal[1];
      power[k] = real * real + imaginary * imaginary;
    }
    if (rows % 2 == 0) {
      power[rows / 2] = signal[1] * signal[1];
    }
    return power;
  }

  static double[] smooth(double[] values, double sigma) {
    int radius = (int) Math.ceil(4 * sigma);
    double[] kernel = new double[radius + 1];
    double sum = 0;
    for (int i = 0; i <= radius; i++) {
      kernel[i] = Math.exp(-i * i / (2 * sigma * sigma));
      sum += i == 0 ? kernel[i] : 2 * kernel[i];
    }
    int count = values.length;
    double[] padded = new double[count + 2 * radius];
    for (int i = 0; i < padded.length; i++) {
      padded[i] = values[mirror(i - radius, count)];
    }
    double[] smoothed = new double[count];
    for (int k = 0; k < count; k++) {
      int centre = k + radius;
      double value = kernel[0] * padded[centre];
      for (int i = 1; i <= radius; i++) {
        value += kernel[i] * (padded[centre - i] + padded[centre + i]);
      }
      smoothed[k] = value / sum;
    }
    return smoothed;
  }

  private static int mirror(int index, int count) {
    if (count == 1) {
      return 0;
    }
    int folded = Math.floorMod(index, 2 * (count - 1));
    return folded < count ? folded : 2 * (count - 1) - folded;
  }
}
