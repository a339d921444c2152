package io.ergodic.datasets.integrate;

/** Modified Gram-Schmidt orthonormalisation of a few long vectors. */
public final class GramSchmidt {
  private GramSchmidt() {}

  /**
   * Makes vectors orthonormal in place, each against those before it.
   *
   * @param vectors each row one vector
   * @param logarithms receives the logarithm of each vector's length before it was scaled to 1
   */
  public static void orthonormalise(double[][] vectors, double[] logarithms) {
    for (int v = 0; v < vectors.length; v++) {
      double[] vector = vectors[v];
      for (int u = 0; u < v; u++) {
        double[] before = vectors[u];
        double projection = dot(before, vector);
        for (int i = 0; i < vector.length; i++) {
          vector[i] -= projection * before[i];
        }
      }
      double length = Math.sqrt(dot(vector, vector));
      logarithms[v] = StrictMath.log(length);
      for (int i = 0; i < vector.length; i++) {
        vector[i] /= length;
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
