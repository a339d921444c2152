package io.ergodic.models.structured;

import io.ergodic.models.kernel.HyperbolicTangent;

/** What a hidden unit makes of its sum. */
enum UnitFunction {
  IDENTITY {
    @Override
    double of(double sum) {
      return sum;
    }

    @Override
    double slope(double value) {
      return 1;
    }
  },
  LEAKY_RELU {
    @Override
    double of(double sum) {
      return sum > 0 ? sum : LEAK * sum;
    }

    @Override
    double slope(double value) {
      return value > 0 ? 1 : LEAK;
    }
  },
  TANH {
    @Override
    double of(double sum) {
      return HyperbolicTangent.of(sum);
    }

    @Override
    double slope(double value) {
      return 1 - value * value;
    }
  };

  private static final double LEAK = 0.01;

  abstract double of(double sum);

  /** How it changes with the sum, told from its value. */
  abstract double slope(double value);
}
