package io.ergodic.datasets.integrate;

/**
 * Lyapunov exponents of a flow by the method of Benettin et al. (Meccanica 15, 1980): tangent
 * vectors follow the variational equations and are made orthonormal again (modified Gram-Schmidt)
 * every interval; the exponents are the mean logarithms of their stretching.
 */
public final class LyapunovSpectrum {
  private LyapunovSpectrum() {}

  /**
   * The largest exponents, per unit of time, in descending order up to their sampling error.
   *
   * @param start state at time 0
   * @param settle time that state and tangent vectors are given to settle before counting
   * @param interval time between orthonormalisations
   * @param intervals how many are averaged
   * @param exponents how many exponents, at most the dimension
   */
  public static double[] of(
      DifferentiableField field,
      double[] start,
      double settle,
      double interval,
      int intervals,
      int exponents,
      Tolerance tolerance) {
    int n = field.dimension();
    double[] extended = new double[n * (1 + exponents)];
    System.arraycopy(start, 0, extended, 0, n);
    for (int v = 0; v < exponents; v++) {
      extended[n + v * exponents + v] = 1;
    }
    DormandPrince solver = new DormandPrince(new TangentField(field, exponents), tolerance);
    double[] sums = new double[exponents];
    long settling = (long) Math.ceil(settle / interval);
    for (long i = 0; i < settling + intervals; i++) {
      solver.start(0, extended);
      solver.advance(interval);
      System.arraycopy(solver.state(), 0, extended, 0, extended.length);
      for (int v = 0; v < exponents; v++) {
        double stretch = orthonormalise(extended, n, exponents, v);
        if (i >= settling) {
          sums[v] += StrictMath.log(stretch);
        }
      }
    }
    for (int v = 0; v < exponents; v++) {
      sums[v] /= interval * intervals;
    }
    return sums;
  }

  /** Takes vectors 0..v-1 out of vector v and scales it to length 1; returns its length before. */
  private static double orthonormalise(double[] extended, int n, int vectors, int v) {
    for (int u = 0; u < v; u++) {
      double projection = 0;
      for (int i = 0; i < n; i++) {
        int row = n + i * vectors;
        projection += extended[row + u] * extended[row + v];
      }
      for (int i = 0; i < n; i++) {
        int row = n + i * vectors;
        extended[row + v] -= projection * extended[row + u];
      }
    }
    double square = 0;
    for (int i = 0; i < n; i++) {
      double value = extended[n + i * vectors + v];
      square += value * value;
    }
    double length = Math.sqrt(square);
    for (int i = 0; i < n; i++) {
      extended[n + i * vectors + v] /= length;
    }
    return length;
  }
}
