package io.ergodic.models.kernel;

/**
 * The loss of teacher forcing in double precision, written from the equations one sequence at a
 * time: the twin the kernels are tested against.
 */
final class ScalarForcing {
  /** z' = F(z) with weights in canonical order. */
  interface Map {
    void step(double[] weights, double[] z, double[] next);
  }

  private ScalarForcing() {}

  static Map shallow(int states, int hidden) {
    return (w, z, next) -> {
      int w1 = states;
      int w2 = w1 + states * hidden;
      int h1 = w2 + states * hidden;
      int h2 = h1 + states;
      for (int m = 0; m < states; m++) {
        next[m] = w[m] * z[m] + w[h1 + m];
      }
      for (int i = 0; i < hidden; i++) {
        double p = 0;
        for (int m = 0; m < states; m++) {
          p += w[w2 + i * states + m] * z[m];
        }
        double a = Math.max(0, p + w[h2 + i]) - Math.max(0, p);
        for (int m = 0; m < states; m++) {
          next[m] += w[w1 + m * hidden + i] * a;
        }
      }
    };
  }

  static Map almostLinear(int states, int rectified) {
    return (w, z, next) -> {
      for (int m = 0; m < states; m++) {
        next[m] = w[m] * z[m] + w[states + states * states + m];
        for (int k = 0; k < states; k++) {
          double phi = k < states - rectified ? z[k] : Math.max(0, z[k]);
          next[m] += w[states + m * states + k] * phi;
        }
      }
    };
  }

  /** What unit m passes on of z, with all weights. */
  interface Unit {
    double value(double[] weights, int m, double z);
  }

  static double rectified(double[] weights, int m, double z) {
    return Math.max(0, z);
  }

  static Unit branches(int states, int bases, boolean clipped) {
    int slopes = states * (states + 1);
    return (w, m, z) -> {
      double sum = 0;
      for (int b = 0; b < bases; b++) {
        sum += w[slopes + b] * Math.max(0, z - w[slopes + bases + m * bases + b]);
        sum -= clipped ? w[slopes + b] * Math.max(0, z) : 0;
      }
      return sum;
    };
  }

  /** z' = A z + W phi(z) + h, W without its diagonal. */
  static Map full(int states, int bases, boolean centred, Unit unit) {
    return (w, z, next) -> {
      double mean = 0;
      for (int m = 0; m < states && centred; m++) {
        mean += z[m] / states;
      }
      for (int m = 0; m < states; m++) {
        next[m] = w[m] * z[m] + w[states * states + m];
        int at = states + m * (states - 1);
        for (int k = 0; k < states; k++) {
          if (k != m) {
            next[m] += w[at++] * unit.value(w, k, z[k] - mean);
          }
        }
      }
    };
  }

  /** Mean squared error; {@code weights} hold the map's, then the expansion L. */
  static double loss(
      Map map,
      double[] weights,
      int mapWeights,
      int states,
      int observed,
      float[] x,
      int count,
      int steps,
      float[] alpha) {
    double sum = 0;
    double[] z = new double[states];
    double[] next = new double[states];
    int size = (steps + 1) * observed;
    for (int s = 0; s < count; s++) {
      for (int m = 0; m < states; m++) {
        z[m] = m < observed ? x[s * size + m] : 0;
        for (int n = 0; m >= observed && n < observed; n++) {
          z[m] += weights[mapWeights + (m - observed) * observed + n] * x[s * size + n];
        }
      }
      for (int t = 1; t <= steps; t++) {
        map.step(weights, z, next);
        for (int n = 0; n < observed; n++) {
          double target = x[s * size + t * observed + n];
          double error = next[n] - target;
          sum += error * error;
          next[n] = (1.0 - alpha[t]) * next[n] + alpha[t] * target;
        }
        System.arraycopy(next, 0, z, 0, states);
      }
    }
    return sum / ((double) count * steps * observed);
  }
}
