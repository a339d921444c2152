package io.ergodic.evaluation.metric;

import org.jtransforms.fft.DoubleFFT_1D;
import pl.edu.icm.jlargearrays.ConcurrencyUtils;

/** Magnitudes of the discrete Fourier transform of single variables as they are, unsmoothed. */
final class RawSpectrum {
  static {
    // One thread: trials already fill the cores, and the same code path gives the same bits.
    ConcurrencyUtils.setNumberOfThreads(1);
  }

  private RawSpectrum() {}

  /**
   * |X_k| for k = 0 to T/2 of the first {@code rows} values T of a variable.
   *
   * @param values rows x dimension, row-major
   */
  static double[] magnitudes(double[] values, int dimension, int variable, int rows) {
    double[] signal = new double[rows];
    for (int t = 0; t < rows; t++) {
      signal[t] = values[t * dimension + variable];
    }
    double[] magnitudes = new double[rows / 2 + 1];
    new DoubleFFT_1D(rows).realForward(signal);
    magnitudes[0] = Math.abs(signal[0]);
    for (int k = 1; k < (rows + 1) / 2; k++) {
      // The packed layout of odd lengths keeps the last imaginary part in entry 1.
      double imaginary = 2 * k + 1 < rows ? signal[2 * k + 1] : signal[1];
      magnitudes[k] = Math.hypot(signal[2 * k], imaginary);
    }
    if (rows % 2 == 0) {
      magnitudes[rows / 2] = Math.abs(signal[1]);
    }
    return magnitudes;
  }
}
