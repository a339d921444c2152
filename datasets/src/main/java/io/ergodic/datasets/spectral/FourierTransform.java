package io.ergodic.datasets.spectral;

/**
 * The discrete Fourier transform of any length, by decimation in time over the length's prime
 * factors (Cooley and Tukey, Math. Comp. 19, 1965): n log n for lengths of small factors. Nothing
 * is allocated after construction; an instance belongs to one thread.
 */
public final class FourierTransform {
  private final int length;
  private final double[] cos;
  private final double[] sin;
  private final double[] workReal;
  private final double[] workImaginary;
  private final double[] sumReal;
  private final double[] sumImaginary;

  public FourierTransform(int length) {
    this.length = length;
    cos = new double[length];
    sin = new double[length];
    for (int i = 0; i < length; i++) {
      cos[i] = StrictMath.cos(2 * Math.PI * i / length);
      sin[i] = StrictMath.sin(2 * Math.PI * i / length);
    }
    workReal = new double[length];
    workImaginary = new double[length];
    sumReal = new double[length];
    sumImaginary = new double[length];
  }

  /** In place: X_k = sum over j of x_j exp(-2 pi i j k / n). */
  public void forward(double[] real, double[] imaginary) {
    System.arraycopy(real, 0, workReal, 0, length);
    System.arraycopy(imaginary, 0, workImaginary, 0, length);
    transform(real, imaginary, 0, 0, 1, length);
  }

  /** In place, the inverse of {@link #forward}. */
  public void inverse(double[] real, double[] imaginary) {
    // exchanging the parts conjugates the transform
    forward(imaginary, real);
    for (int i = 0; i < length; i++) {
      real[i] /= length;
      imaginary[i] /= length;
    }
  }

  /** Transforms the n work values at from, from + stride, ... into the n targets from offset. */
  private void transform(
      double[] real, double[] imaginary, int offset, int from, int stride, int n) {
    if (n == 1) {
      real[offset] = workReal[from];
      imaginary[offset] = workImaginary[from];
      return;
    }
    int radix = factor(n);
    int part = n / radix;
    for (int r = 0; r < radix; r++) {
      transform(real, imaginary, offset + r * part, from + r * stride, stride * radix, part);
    }
    if (radix == 2) {
      butterflies(real, imaginary, offset, stride, part);
      return;
    }
    for (int k = 0; k < part; k++) {
      for (int q = 0; q < radix; q++) {
        double a = 0;
        double b = 0;
        for (int r = 0; r < radix; r++) {
          int turn = (int) ((long) r * (k + q * part) % n) * stride;
          double c = cos[turn];
          double s = sin[turn];
          int at = offset + r * part + k;
          a += c * real[at] + s * imaginary[at];
          b += c * imaginary[at] - s * real[at];
        }
        sumReal[q] = a;
        sumImaginary[q] = b;
      }
      for (int q = 0; q < radix; q++) {
        real[offset + q * part + k] = sumReal[q];
        imaginary[offset + q * part + k] = sumImaginary[q];
      }
    }
  }

  private void butterflies(double[] real, double[] imaginary, int offset, int stride, int part) {
    for (int k = 0; k < part; k++) {
      int even = offset + k;
      int odd = even + part;
      double c = cos[k * stride];
      double s = sin[k * stride];
      double a = c * real[odd] + s * imaginary[odd];
      double b = c * imaginary[odd] - s * real[odd];
      real[odd] = real[even] - a;
      imaginary[odd] = imaginary[even] - b;
      real[even] += a;
      imaginary[even] += b;
    }
  }

  private static int factor(int n) {
    for (int candidate = 2; candidate * candidate <= n; candidate++) {
      if (n % candidate == 0) {
        return candidate;
      }
    }
    return n;
  }
}
