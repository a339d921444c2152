package io.ergodic.datasets.integrate;

/** Solves (shift I - J) x = b for several b by one LU decomposition with row exchanges. */
final class LinearSystem {
  private final int n;
  private final double[] matrix;
  private final int[] pivots;

  LinearSystem(int n) {
    this.n = n;
    this.matrix = new double[n * n];
    this.pivots = new int[n];
  }

  void factorise(double shift, double[] jacobian) {
    for (int i = 0; i < n * n; i++) {
      matrix[i] = -jacobian[i];
    }
    for (int i = 0; i < n; i++) {
      matrix[i * n + i] += shift;
    }
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int i = k + 1; i < n; i++) {
        if (Math.abs(matrix[i * n + k]) > Math.abs(matrix[pivot * n + k])) {
          pivot = i;
        }
      }
      pivots[k] = pivot;
      for (int j = 0; j < n; j++) {
        double swap = matrix[k * n + j];
        matrix[k * n + j] = matrix[pivot * n + j];
        matrix[pivot * n + j] = swap;
      }
      for (int i = k + 1; i < n; i++) {
        double factor = matrix[i * n + k] / matrix[k * n + k];
        matrix[i * n + k] = factor;
        for (int j = k + 1; j < n; j++) {
          matrix[i * n + j] -= factor * matrix[k * n + j];
        }
      }
    }
  }

  void solve(double[] b) {
    for (int k = 0; k < n; k++) {
      double swap = b[k];
      b[k] = b[pivots[k]];
      b[pivots[k]] = swap;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        b[i] -= matrix[i * n + j] * b[j];
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j < n; j++) {
        b[i] -= matrix[i * n + j] * b[j];
      }
      b[i] /= matrix[i * n + i];
    }
  }
}
