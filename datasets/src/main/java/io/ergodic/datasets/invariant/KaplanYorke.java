package io.ergodic.datasets.invariant;

/** The Lyapunov dimension (Kaplan and Yorke, Lecture Notes in Mathematics 730, 1979). */
public final class KaplanYorke {
  private KaplanYorke() {}

  /**
   * j + (lambda_1 + ... + lambda_j) / |lambda_(j+1)| for the largest j with a sum that is not
   * negative.
   *
   * @param descending exponents in descending order
   * @param dimension of the state space; the result where the sum of all exponents is not negative
   * @return NaN where not all exponents are given and those given do not decide
   */
  public static double dimension(double[] descending, int dimension) {
    double sum = 0;
    for (int j = 0; j < descending.length; j++) {
      if (sum + descending[j] < 0) {
        return j + sum / -descending[j];
      }
      sum += descending[j];
    }
    return descending.length == dimension ? dimension : Double.NaN;
  }
}
