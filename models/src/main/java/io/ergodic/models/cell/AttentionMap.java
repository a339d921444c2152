package io.ergodic.models.cell;

import java.util.Arrays;

/**
 * Attention of a hidden state over the states before it, in double precision; see {@link
 * io.ergodic.models.kernel.HighwayUnit}. Weights: Q (H x H), b, at the front.
 */
final class AttentionMap {
  private final int hidden;
  private final int window;
  private final double scale;
  private final DenseLayer query;
  private final double[] queries;
  private final double[] change;
  private final double[] shares;
  private final double[] shareChanges;

  AttentionMap(int hidden, int window, double[] weights) {
    this.hidden = hidden;
    this.window = window;
    this.scale = 1 / Math.sqrt(hidden);
    this.query = new DenseLayer(hidden, hidden, weights, 0);
    this.queries = new double[hidden];
    this.change = new double[hidden];
    this.shares = new double[window];
    this.shareChanges = new double[window];
  }

  /**
   * Writes the context from {@code to} on.
   *
   * @param state h from {@code from} on, the states before it right after it
   */
  void apply(double[] state, int from, double[] context, int to) {
    query.apply(state, from, queries);
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < window; k++) {
      shares[k] = scale * product(queries, 0, state, past(from, k));
      largest = Math.max(largest, shares[k]);
    }
    double sum = 0;
    for (int k = 0; k < window; k++) {
      shares[k] = StrictMath.exp(shares[k] - largest);
      sum += shares[k];
    }
    Arrays.fill(context, to, to + hidden, 0);
    for (int k = 0; k < window; k++) {
      shares[k] /= sum;
      add(shares[k], state, past(from, k), context, to);
    }
  }

  /** Writes the change of the context, right after {@link #apply} of the same state. */
  void push(double[] state, double[] tangent, int from, double[] image, int to) {
    query.push(tangent, from, change);
    double mean = 0;
    for (int k = 0; k < window; k++) {
      int past = past(from, k);
      shareChanges[k] =
          scale * (product(change, 0, state, past) + product(queries, 0, tangent, past));
      mean += shares[k] * shareChanges[k];
    }
    Arrays.fill(image, to, to + hidden, 0);
    for (int k = 0; k < window; k++) {
      int past = past(from, k);
      add(shares[k] * (shareChanges[k] - mean), state, past, image, to);
      add(shares[k], tangent, past, image, to);
    }
  }

  private int past(int from, int k) {
    return from + (k + 1) * hidden;
  }

  private double product(double[] a, int aFrom, double[] b, int bFrom) {
    double sum = 0;
    for (int i = 0; i < hidden; i++) {
      sum += a[aFrom + i] * b[bFrom + i];
    }
    return sum;
  }

  private void add(double factor, double[] x, int from, double[] sum, int to) {
    for (int i = 0; i < hidden; i++) {
      sum[to + i] += factor * x[from + i];
    }
  }
}
