package io.ergodic.datasets.invariant;

/** The discrete Fourier transform of lengths that are powers of two, in place (Cooley, Tukey). */
final class Fourier {
  private Fourier() {}

  static void transform(double[] real, double[] imaginary) {
    int n = real.length;
    for (int i = 1, j = 0; i < n; i++) {
      int bit = n >> 1;
      for (; (j & bit) != 0; bit >>= 1) {
        j ^= bit;
      }
      j ^= bit;
      if (i < j) {
        swap(real, i, j);
        swap(imaginary, i, j);
      }
    }
    for (int half = 1; half < n; half *= 2) {
      for (int k = 0; k < half; k++) {
        double angle = -Math.PI * k / half;
        double cosine = StrictMath.cos(angle);
        double sine = StrictMath.sin(angle);
        for (int low = k; low < n; low += 2 * half) {
          int high = low + half;
          double re = real[high] * cosine - imaginary[high] * sine;
          double im = real[high] * sine + imaginary[high] * cosine;
          real[high] = real[low] - re;
          imaginary[high] = imaginary[low] - im;
          real[low] += re;
          imaginary[low] += im;
        }
      }
    }
  }

  private static void swap(double[] values, int i, int j) {
    double value = values[i];
    values[i] = values[j];
    values[j] = value;
  }
}
