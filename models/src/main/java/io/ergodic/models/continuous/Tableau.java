package io.ergodic.models.continuous;

/**
 * The pair of orders 5 and 4 of Dormand and Prince (J. Comp. Appl. Math. 6, 1980), whose seventh
 * stage is the first of the next step, with the interpolation of order 4 through the midpoint of
 * Shampine (Math. Comp. 46, 1986).
 */
final class Tableau {
  static final int STAGES = 7;

  /** Where the interval of absolute stability ends on the negative real axis: R(-x) = 1. */
  static final double STABILITY = 3.3066;

  /** Weights of earlier slopes in the state of each stage; the last are those of the step. */
  static final double[][] A = {
    {},
    {1 / 5.0},
    {3 / 40.0, 9 / 40.0},
    {44 / 45.0, -56 / 15.0, 32 / 9.0},
    {19372 / 6561.0, -25360 / 2187.0, 64448 / 6561.0, -212 / 729.0},
    {9017 / 3168.0, -355 / 33.0, 46732 / 5247.0, 49 / 176.0, -5103 / 18656.0},
    {35 / 384.0, 0, 500 / 1113.0, 125 / 192.0, -2187 / 6784.0, 11 / 84.0}
  };

  /** Weights of the slopes in the error: fifth order less fourth. */
  static final double[] ERROR = {
    35 / 384.0 - 1951 / 21600.0,
    0,
    500 / 1113.0 - 22642 / 50085.0,
    125 / 192.0 - 451 / 720.0,
    -2187 / 6784.0 + 12231 / 42400.0,
    11 / 84.0 - 649 / 6300.0,
    -1 / 60.0
  };

  /** Weights of the slopes in the state half way through a step. */
  private static final double[] MIDDLE = {
    6025192743.0 / 30085553152.0 / 2,
    0,
    51252292925.0 / 65400821598.0 / 2,
    -2691868925.0 / 45128329728.0 / 2,
    187940372067.0 / 1594534317056.0 / 2,
    -1776094331.0 / 19743644256.0 / 2,
    11237099.0 / 235043384.0 / 2
  };

  private Tableau() {}

  /**
   * Weights of the slopes within a step: y(t + x h) = y(t) + h sum of w[j] k[j], the quartic
   * through both ends and the middle with the slopes at the ends.
   *
   * @param x between 0 and 1
   */
  static void interpolate(double x, double[] w) {
    for (int j = 0; j < STAGES; j++) {
      double first = j == 0 ? 1 : 0;
      double last = j == STAGES - 1 ? 1 : 0;
      double end = j == STAGES - 1 ? 0 : A[STAGES - 1][j];
      double fourth = 2 * (last - first) - 8 * end + 16 * MIDDLE[j];
      double third = 5 * first - 3 * last + 14 * end - 32 * MIDDLE[j];
      double second = last - 4 * first - 5 * end + 16 * MIDDLE[j];
      w[j] = x * (first + x * (second + x * (third + x * fourth)));
    }
  }
}
