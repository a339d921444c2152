package io.ergodic.evaluation.analysis;

import java.util.Arrays;

/**
 * The largest eigenvalue of the 0/1 matrix of a graph. It is the largest one of a strongly
 * connected component; within a component the matrix plus the identity is primitive, so that power
 * iteration converges, and the ratios of two iterates bracket its eigenvalue (Collatz and
 * Wielandt).
 */
final class SpectralRadius {
  private static final double TOLERANCE = 1e-13;

  /** A bracket this wide, relative, is no answer. */
  private static final double UNKNOWN = 1e-6;

  /** Edges passed in all: a graph that is one long cycle with a few chords converges slowly. */
  private static final double EDGES = 5e8;

  private SpectralRadius() {}

  /** 0 for a graph without a cycle; NaN where the iteration has not converged. */
  static double of(int nodes, int[] from, int[] to) {
    int[] component = StrongComponents.of(nodes, from, to);
    boolean[] cyclic = new boolean[nodes];
    for (int e = 0; e < from.length; e++) {
      cyclic[component[from[e]]] |= component[from[e]] == component[to[e]];
    }
    double largest = 0;
    for (int c = 0; c < nodes; c++) {
      if (cyclic[c]) {
        double own = within(c, component, from, to);
        if (Double.isNaN(own)) {
          return Double.NaN;
        }
        largest = Math.max(largest, own);
      }
    }
    return largest;
  }

  private static double within(int c, int[] component, int[] from, int[] to) {
    int nodes = component.length;
    int[] inner = new int[from.length];
    int edges = 0;
    for (int e = 0; e < from.length; e++) {
      if (component[from[e]] == c && component[to[e]] == c) {
        inner[edges++] = e;
      }
    }
    double[] vector = new double[nodes];
    double[] next = new double[nodes];
    Arrays.setAll(vector, i -> component[i] == c ? 1 : 0);
    double low = 0;
    double high = Double.MAX_VALUE;
    for (double spent = 0; spent < EDGES && high - low > TOLERANCE * high; spent += edges + nodes) {
      System.arraycopy(vector, 0, next, 0, nodes);
      for (int k = 0; k < edges; k++) {
        next[from[inner[k]]] += vector[to[inner[k]]];
      }
      low = Double.POSITIVE_INFINITY;
      high = 0;
      double most = 0;
      for (int i = 0; i < nodes; i++) {
        if (component[i] == c) {
          low = Math.min(low, next[i] / vector[i]);
          high = Math.max(high, next[i] / vector[i]);
          most = Math.max(most, next[i]);
        }
      }
      for (int i = 0; i < nodes; i++) {
        vector[i] = next[i] / most;
      }
    }
    return high - low > UNKNOWN * high ? Double.NaN : (low + high) / 2 - 1;
  }
}
