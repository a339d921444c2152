package io.ergodic.datasets.integrate;

/**
 * Lyapunov exponents in the order of the tangent vectors, which is descending up to the sampling
 * error, with standard errors from the means of equal consecutive batches (Schmeiser, Operations
 * Research 30, 1982): unlike the naive error they hold for correlated stretchings, as long as a
 * batch is longer than the memory of the system.
 *
 * @param exponents per iteration for maps, per unit of time else
 * @param standardErrors one per exponent
 */
public record ExponentEstimate(double[] exponents, double[] standardErrors) {
  /**
   * Measures exponents.
   *
   * @param settling intervals that are not counted, for state and vectors to find their directions
   * @param batches how many means the standard error is taken from, at least 2
   * @param intervals of every batch
   */
  public static ExponentEstimate of(
      TangentDynamics dynamics, int settling, int batches, int intervals) {
    if (batches < 2 || intervals < 1) {
      throw new IllegalArgumentException(batches + " batches of " + intervals + " intervals");
    }
    int k = dynamics.vectors();
    double[] logarithms = new double[k];
    for (int i = 0; i < settling; i++) {
      dynamics.advance(logarithms);
    }
    double[] batch = new double[k];
    double[] mean = new double[k];
    double[] squares = new double[k];
    for (int b = 0; b < batches; b++) {
      java.util.Arrays.fill(batch, 0);
      double time = 0;
      for (int i = 0; i < intervals; i++) {
        time += dynamics.advance(logarithms);
        for (int v = 0; v < k; v++) {
          batch[v] += logarithms[v];
        }
      }
      for (int v = 0; v < k; v++) {
        double value = batch[v] / time;
        double difference = value - mean[v];
        mean[v] += difference / (b + 1);
        squares[v] += difference * (value - mean[v]);
      }
    }
    for (int v = 0; v < k; v++) {
      squares[v] = Math.sqrt(squares[v] / (batches - 1) / batches);
    }
    return new ExponentEstimate(mean, squares);
  }
}
