package io.ergodic.models.block;

import java.util.random.RandomGenerator;

/** How a parameter starts. */
@FunctionalInterface
public interface Initial {
  /** One value. */
  float draw(RandomGenerator random);

  static Initial constant(double value) {
    return random -> (float) value;
  }

  /** Uniform on (-bound, bound). */
  static Initial uniform(double bound) {
    return random -> (float) (bound * (2 * random.nextDouble() - 1));
  }

  /**
   * Uniform with bound 1 / sqrt(inputs): variance 1 / (3 inputs), the usual start of linear and
   * convolution layers (LeCun et al. 1998).
   */
  static Initial fan(long inputs) {
    return uniform(1 / Math.sqrt(inputs));
  }
}
