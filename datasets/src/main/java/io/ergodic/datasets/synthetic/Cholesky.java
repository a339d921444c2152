package io.ergodic.datasets.synthetic;

/** The factorisation A = L L' of a symmetric positive definite matrix, for solving A x = b. */
final class Cholesky {
  private final double[][] lower;

  /**
   * Factorises the Toeplitz matrix with {@code covariance[|i - j|]} at row i, column j.
   *
   * @throws IllegalArgumentException if it is not positive definite
   */
  static Cholesky toeplitz(double[] covariance, int size) {
    double[][] lower = new double[size][];
    for (int i = 0; i < size; i++) {
      double[] row = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        double[] other = j == i ? row : lower[j];
        double sum = covariance[i - j];
        for (int k = 0; k < j; k++) {
          sum -= row[k] * other[k];
        }
        if (j < i) {
          row[j] = sum / other[j];
        } else if (sum > 0) {
          row[i] = Math.sqrt(sum);
        } else {
          throw new IllegalArgumentException("not positive definite at row " + i);
        }
      }
      lower[i] = row;
    }
    return new Cholesky(lower);
  }

  private Cholesky(double[][] lower) {
    this.lower = lower;
  }

  /** Solves in place. */
  void solve(double[] vector) {
    int n = lower.length;
    for (int i = 0; i < n; i++) {
      double sum = vector[i];
      for (int k = 0; k < i; k++) {
        sum -= lower[i][k] * vector[k];
      }
      vector[i] = sum / lower[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      vector[i] /= lower[i][i];
      for (int k = 0; k < i; k++) {
        vector[k] -= lower[i][k] * vector[i];
      }
    }
  }
}
