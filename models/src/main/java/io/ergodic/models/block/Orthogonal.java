package io.ergodic.models.block;

import java.util.random.RandomGenerator;

/** Random matrices with orthonormal rows or columns. */
final class Orthogonal {
  private Orthogonal() {}

  /** Fills rows x columns values with a matrix whose fewer lines are orthonormal, times a gain. */
  static void fill(
      float[] target, int from, int rows, int columns, double gain, RandomGenerator random) {
    boolean wide = rows <= columns;
    int lines = Math.min(rows, columns);
    int length = Math.max(rows, columns);
    double[][] basis = new double[lines][length];
    for (int i = 0; i < lines; i++) {
      for (int k = 0; k < length; k++) {
        basis[i][k] = random.nextGaussian();
      }
      // Twice, for what rounding leaves of the first time.
      for (int again = 0; again < 2; again++) {
        for (int j = 0; j < i; j++) {
          double along = dot(basis[i], basis[j]);
          for (int k = 0; k < length; k++) {
            basis[i][k] -= along * basis[j][k];
          }
        }
      }
      double norm = Math.sqrt(dot(basis[i], basis[i]));
      for (int k = 0; k < length; k++) {
        basis[i][k] /= norm;
      }
    }
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        target[from + r * columns + c] = (float) (gain * (wide ? basis[r][c] : basis[c][r]));
      }
    }
  }

  private static double dot(double[] one, double[] two) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * two[i];
    }
    return sum;
  }
}
