package io.ergodic.models.plrnn;

import java.util.Arrays;

/** The largest singular value of a small square matrix, by power iteration on its Gram matrix. */
final class SpectralNorm {
  private static final int ITERATIONS = 1000;
  private static final double TOLERANCE = 1e-12;

  private final int size;
  private final double[] vector;
  private final double[] image;

  SpectralNorm(int size) {
    this.size = size;
    this.vector = new double[size];
    this.image = new double[size];
  }

  /**
   * The norm of a rows x size matrix of any number of rows, which is in a longer array from an
   * offset; element (r, c) is {@code rowStride} r + {@code columnStride} c further.
   */
  static double of(
      double[] matrix, int offset, int rows, int size, int rowStride, int columnStride) {
    double[] gram = new double[size * size];
    for (int r = 0; r < rows; r++) {
      for (int i = 0; i < size; i++) {
        double value = matrix[offset + r * rowStride + i * columnStride];
        for (int j = 0; j < size; j++) {
          gram[i * size + j] += value * matrix[offset + r * rowStride + j * columnStride];
        }
      }
    }
    return Math.sqrt(new SpectralNorm(size).of(gram));
  }

  /** The norm of a size x size matrix, row-major; NaN if an entry is not finite. */
  double of(double[] matrix) {
    Arrays.setAll(vector, i -> 1 + 0.1 * i / size);
    double previous = 0;
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      double length = Math.sqrt(squares(vector));
      if (length == 0) {
        return 0;
      }
      for (int r = 0; r < size; r++) {
        double sum = 0;
        for (int c = 0; c < size; c++) {
          sum += matrix[r * size + c] * vector[c] / length;
        }
        image[r] = sum;
      }
      double norm = Math.sqrt(squares(image));
      if (!(Math.abs(norm - previous) > TOLERANCE * norm)) {
        return norm;
      }
      previous = norm;
      for (int c = 0; c < size; c++) {
        double sum = 0;
        for (int r = 0; r < size; r++) {
          sum += matrix[r * size + c] * image[r];
        }
        vector[c] = sum;
      }
    }
    return previous;
  }

  private static double squares(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }
}
