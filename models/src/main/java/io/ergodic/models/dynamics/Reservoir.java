package io.ergodic.models.dynamics;

import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.models.kernel.HyperbolicTangent;
import java.util.random.RandomGenerator;

/**
 * The part of an echo state network that is drawn, not trained (Jaeger and Haas 2004), as in
 * Vlachas et al. 2020: h(t+1) = tanh(W h(t) + V x(t)). A row of W has {@code degree} weights
 * uniform in (0, 1), the whole scaled to its spectral radius; each variable feeds a stretch of
 * units of its own. The read-out sees h with every second entry squared.
 */
final class Reservoir {
  /** Positive weights have one dominant eigenvalue, which powers find fast. */
  private static final int MOST_POWERS = 1000;

  private final int units;
  private final int[] variable;
  private final int[][] from;
  private final double[][] weights;
  private final double[] input;

  Reservoir(int dimension, ReservoirSettings settings, long seed) {
    this.units = settings.units();
    this.variable = new int[units];
    this.from = new int[units][];
    this.weights = new double[units][settings.degree()];
    this.input = new double[units];
    RandomGenerator random = RandomStreams.stream(seed, "reservoir");
    int[] order = new int[units];
    for (int i = 0; i < units; i++) {
      order[i] = i;
    }
    for (int i = 0; i < units; i++) {
      from[i] = new int[settings.degree()];
      for (int k = 0; k < settings.degree(); k++) {
        int other = k + random.nextInt(units - k);
        int chosen = order[other];
        order[other] = order[k];
        order[k] = chosen;
        from[i][k] = chosen;
        weights[i][k] = random.nextDouble();
      }
      variable[i] = (int) ((long) i * dimension / units);
      input[i] = settings.inputScale() * (2 * random.nextDouble() - 1);
    }
    double scale = settings.radius() / spectralRadius();
    for (double[] row : weights) {
      for (int k = 0; k < row.length; k++) {
        row[k] *= scale;
      }
    }
  }

  /** By powers of the matrix, to 1e-12. */
  double spectralRadius() {
    double[] vector = new double[units];
    double[] image = new double[units];
    java.util.Arrays.fill(vector, 1);
    double radius = 0;
    for (int power = 0; power < MOST_POWERS; power++) {
      double largest = 0;
      for (int i = 0; i < units; i++) {
        image[i] = recurrent(i, vector);
        largest = Math.max(largest, image[i]);
      }
      for (int i = 0; i < units; i++) {
        vector[i] = image[i] / largest;
      }
      if (Math.abs(largest - radius) <= 1e-12 * largest) {
        return largest;
      }
      radius = largest;
    }
    return radius;
  }

  private double recurrent(int unit, double[] h) {
    double sum = 0;
    int[] sources = from[unit];
    double[] row = weights[unit];
    for (int k = 0; k < sources.length; k++) {
      sum += row[k] * h[sources[k]];
    }
    return sum;
  }

  int units() {
    return units;
  }

  /** The next state of the units; {@code h} and {@code next} are different arrays. */
  void update(double[] h, double[] x, int xFrom, double[] next) {
    for (int i = 0; i < units; i++) {
      next[i] = recurrent(i, h) + input[i] * x[xFrom + variable[i]];
    }
    HyperbolicTangent.apply(next, 0, units);
  }

  /**
   * How a small change of state and input changes the next state.
   *
   * @param next the next state of the units
   * @param dx change of the input, from {@code dxFrom} on
   */
  void push(double[] next, double[] dh, double[] dx, int dxFrom, double[] image) {
    for (int i = 0; i < units; i++) {
      image[i] = (1 - next[i] * next[i]) * (recurrent(i, dh) + input[i] * dx[dxFrom + variable[i]]);
    }
  }

  /** What the read-out sees. */
  void features(double[] h, double[] target) {
    for (int i = 0; i < units; i++) {
      target[i] = i % 2 == 0 ? h[i] : h[i] * h[i];
    }
  }

  /** How a feature changes with its unit. */
  static double slope(int unit, double h) {
    return unit % 2 == 0 ? 1 : 2 * h;
  }
}
