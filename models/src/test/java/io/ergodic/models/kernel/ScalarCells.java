package io.ergodic.models.kernel;

/**
 * Recurrent cells that are fed their own prediction, in double precision, unit by unit from the
 * equations: twins of the kernels. The state is (x, memory).
 */
final class ScalarCells {
  private ScalarCells() {}

  /** Walks along the weights in canonical order. */
  private static final class Cursor {
    private final double[] weights;
    private int at;

    Cursor(double[] weights) {
      this.weights = weights;
    }

    /** W v + b. */
    double[] affine(int rows, double... v) {
      double[] out = new double[rows];
      for (int r = 0; r < rows; r++) {
        out[r] = weights[at + rows * v.length + r];
        for (int c = 0; c < v.length; c++) {
          out[r] += weights[at + r * v.length + c] * v[c];
        }
      }
      at += rows * (v.length + 1);
      return out;
    }

    double next() {
      return weights[at++];
    }
  }

  private static double[] part(double[] v, int from, int count) {
    return java.util.Arrays.copyOfRange(v, from, from + count);
  }

  private static double[] join(double[]... parts) {
    return java.util.Arrays.stream(parts).flatMapToDouble(java.util.Arrays::stream).toArray();
  }

  private static double sig(double a) {
    return 1 / (1 + Math.exp(-a));
  }

  private static void finish(Cursor w, int inputs, double[] next, double[]... memory) {
    double[] x = w.affine(inputs, memory[0]);
    double[] all = join(x, join(memory));
    System.arraycopy(all, 0, next, 0, all.length);
  }

  static ScalarForcing.Map lstm(int n, int hidden, boolean coupled) {
    return (weights, z, next) -> {
      Cursor w = new Cursor(weights);
      double[] a = w.affine((coupled ? 3 : 4) * hidden, part(z, 0, n + hidden));
      double[] h = new double[hidden];
      double[] c = new double[hidden];
      for (int i = 0; i < hidden; i++) {
        double forget = sig(a[i]);
        double write = coupled ? 1 - forget : sig(a[3 * hidden + i]);
        c[i] = forget * z[n + hidden + i] + write * Math.tanh(a[hidden + i]);
        h[i] = sig(a[2 * hidden + i]) * Math.tanh(c[i]);
      }
      finish(w, n, next, h, c);
    };
  }

  static ScalarForcing.Map gru(int n, int hidden) {
    return (weights, z, next) -> {
      Cursor w = new Cursor(weights);
      double[] a = w.affine(2 * hidden, part(z, 0, n + hidden));
      double[] in = w.affine(hidden, part(z, 0, n));
      double[] back = w.affine(hidden, part(z, n, hidden));
      double[] h = new double[hidden];
      for (int i = 0; i < hidden; i++) {
        double keep = sig(a[hidden + i]);
        h[i] = (1 - keep) * Math.tanh(in[i] + sig(a[i]) * back[i]) + keep * z[n + i];
      }
      finish(w, n, next, h);
    };
  }

  static ScalarForcing.Map lem(int n, int hidden, double step) {
    return (weights, z, next) -> {
      Cursor w = new Cursor(weights);
      double[] a = w.affine(3 * hidden, part(z, 0, n + hidden));
      double[] fast = new double[hidden];
      double[] slow = new double[hidden];
      for (int i = 0; i < hidden; i++) {
        double p = step * sig(a[i]);
        slow[i] = (1 - p) * z[n + hidden + i] + p * Math.tanh(a[2 * hidden + i]);
      }
      double[] b = w.affine(hidden, join(part(z, 0, n), slow));
      for (int i = 0; i < hidden; i++) {
        double q = step * sig(a[hidden + i]);
        fast[i] = (1 - q) * z[n + i] + q * Math.tanh(b[i]);
      }
      finish(w, n, next, fast, slow);
    };
  }

  static ScalarForcing.Map highway(int n, int hidden, int depth, Gating gating, int window) {
    return (weights, z, next) -> {
      Cursor w = new Cursor(weights);
      double[] s = part(z, n, hidden);
      double[] input = part(z, 0, n + hidden);
      if (window > 0) {
        input = join(input, context(w, z, n, hidden, window));
      }
      for (int l = 0; l < depth; l++) {
        int rows = gating == Gating.COUPLED ? 2 * hidden : hidden;
        double[] a = w.affine(rows, l == 0 ? input : s);
        double[] fresh = new double[hidden];
        for (int i = 0; i < hidden; i++) {
          double candidate = Math.tanh(a[i]);
          double open =
              gating == Gating.COUPLED
                  ? sig(a[hidden + i])
                  : gating == Gating.RATE ? sig(w.next()) : 1;
          double keep = gating == Gating.ADDITIVE ? 1 : 1 - open;
          fresh[i] = keep * s[i] + open * candidate;
        }
        s = fresh;
      }
      finish(w, n, next, s, part(z, n, window * hidden));
    };
  }

  private static double[] context(Cursor w, double[] z, int n, int hidden, int window) {
    double[] query = w.affine(hidden, part(z, n, hidden));
    double[] score = new double[window];
    double total = 0;
    for (int k = 0; k < window; k++) {
      for (int i = 0; i < hidden; i++) {
        score[k] += query[i] * z[n + (k + 1) * hidden + i] / Math.sqrt(hidden);
      }
      total += Math.exp(score[k]);
    }
    double[] context = new double[hidden];
    for (int k = 0; k < window; k++) {
      for (int i = 0; i < hidden; i++) {
        context[i] += Math.exp(score[k]) / total * z[n + (k + 1) * hidden + i];
      }
    }
    return context;
  }
}
