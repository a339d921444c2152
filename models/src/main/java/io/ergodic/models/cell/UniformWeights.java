package io.ergodic.models.cell;

import java.util.random.RandomGenerator;

/** Initial weights and biases uniform in plus or minus 1 / sqrt(H), as the libraries draw them. */
final class UniformWeights {
  private UniformWeights() {}

  static void write(float[] parameters, int from, int to, int hidden, RandomGenerator random) {
    double limit = 1 / Math.sqrt(hidden);
    for (int i = from; i < to; i++) {
      parameters[i] = (float) (limit * (2 * random.nextDouble() - 1));
    }
  }
}
