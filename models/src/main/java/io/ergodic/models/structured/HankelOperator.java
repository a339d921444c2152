package io.ergodic.models.structured;

import io.ergodic.datasets.spectral.FourierTransform;
import java.util.Arrays;

/**
 * Products with n x n Hankel matrices, y_i = sum over j of h_(i+j) x_j, in n log n: the matrix with
 * its columns in reverse order is a Toeplitz matrix, that a corner of a circulant one of twice the
 * size, and this a diagonal between discrete Fourier transforms. The weights are that complex
 * diagonal, Hermitian so that the matrix is real: 2 n numbers, which are 0 and n of it and then the
 * real and imaginary parts of 1 to n - 1. One instance belongs to one thread.
 */
final class HankelOperator {
  private final int size;
  private final FourierTransform transform;
  private final double[] real;
  private final double[] imaginary;

  HankelOperator(int size) {
    this.size = size;
    this.transform = new FourierTransform(2 * size);
    this.real = new double[2 * size];
    this.imaginary = new double[2 * size];
  }

  /** Numbers of a diagonal, and of what {@link #transform} gives. */
  int count() {
    return 2 * size;
  }

  /** The diagonal of the matrix of h_0 to h_(2n-2); the free entry of the circulant is 0. */
  void diagonal(double[] h, double[] target, int to) {
    Arrays.fill(imaginary, 0);
    real[size] = 0;
    for (int k = 0; k < size; k++) {
      real[k] = h[k + size - 1];
    }
    for (int k = 1; k < size; k++) {
      real[2 * size - k] = h[size - 1 - k];
    }
    transform.forward(real, imaginary);
    keep(target, to);
  }

  /** What products need of x: its transform, laid out as a diagonal is. */
  void transform(double[] x, int from, double[] target, int to) {
    Arrays.fill(imaginary, 0);
    Arrays.fill(real, size, 2 * size, 0);
    for (int j = 0; j < size; j++) {
      real[j] = x[from + size - 1 - j];
    }
    transform.forward(real, imaginary);
    keep(target, to);
  }

  private void keep(double[] target, int to) {
    target[to] = real[0];
    target[to + 1] = real[size];
    for (int k = 1; k < size; k++) {
      target[to + 2 * k] = real[k];
      target[to + 2 * k + 1] = imaginary[k];
    }
  }

  /** Adds the product of the matrix with what was transformed to {@code y}. */
  void addProduct(double[] diagonal, int d, double[] x, int at, double[] y, int to) {
    real[0] = diagonal[d] * x[at];
    real[size] = diagonal[d + 1] * x[at + 1];
    imaginary[0] = 0;
    imaginary[size] = 0;
    for (int k = 1; k < size; k++) {
      int i = 2 * k;
      double a = diagonal[d + i] * x[at + i] - diagonal[d + i + 1] * x[at + i + 1];
      double b = diagonal[d + i] * x[at + i + 1] + diagonal[d + i + 1] * x[at + i];
      put(k, a, b);
    }
    transform.inverse(real, imaginary);
    for (int i = 0; i < size; i++) {
      y[to + i] += real[i];
    }
  }

  private void put(int k, double a, double b) {
    real[k] = a;
    imaginary[k] = b;
    real[2 * size - k] = a;
    imaginary[2 * size - k] = -b;
  }

  /**
   * The adjoint of {@link #addProduct}: from dL/dy adds dL/d(diagonal) and dL/dx.
   *
   * @param x what was transformed
   */
  void addAdjoint(
      double[] diagonal,
      int d,
      double[] x,
      int at,
      double[] outer,
      int from,
      double[] gradient,
      int g,
      double[] inner,
      int to) {
    System.arraycopy(outer, from, real, 0, size);
    Arrays.fill(real, size, 2 * size, 0);
    Arrays.fill(imaginary, 0);
    transform.forward(real, imaginary);
    double one = 1.0 / (2 * size);
    gradient[g] += one * x[at] * real[0];
    gradient[g + 1] += one * x[at + 1] * real[size];
    real[0] *= diagonal[d];
    real[size] *= diagonal[d + 1];
    imaginary[0] = 0;
    imaginary[size] = 0;
    for (int k = 1; k < size; k++) {
      int i = 2 * k;
      double a = real[k];
      double b = imaginary[k];
      // Of x conj(outer), twice for the conjugate entry.
      gradient[g + i] += 2 * one * (x[at + i] * a + x[at + i + 1] * b);
      gradient[g + i + 1] += 2 * one * (x[at + i] * b - x[at + i + 1] * a);
      put(
          k,
          diagonal[d + i] * a + diagonal[d + i + 1] * b,
          diagonal[d + i] * b - diagonal[d + i + 1] * a);
    }
    transform.inverse(real, imaginary);
    for (int j = 0; j < size; j++) {
      inner[to + size - 1 - j] += real[j];
    }
  }
}
