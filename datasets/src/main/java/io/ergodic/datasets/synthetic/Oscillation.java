package io.ergodic.datasets.synthetic;

import java.util.random.RandomGenerator;

/**
 * A stationary Gaussian process with autocovariance deviation^2 * memory^|lag| * cos(2 pi lag /
 * period): a noisy rotation in the plane (a stochastic cycle, Harvey 1989), seen in one coordinate.
 * An infinite period makes it the autoregression AR(1).
 *
 * @param period rows of a cycle
 * @param memory correlation kept from one row to the next, in [0, 1)
 * @param deviation standard deviation
 */
record Oscillation(double period, double memory, double deviation) {
  static Oscillation autoregression(double memory, double deviation) {
    return new Oscillation(Double.POSITIVE_INFINITY, memory, deviation);
  }

  double covariance(int lag) {
    double angle = 2 * Math.PI / period * lag;
    return deviation * deviation * StrictMath.pow(memory, lag) * StrictMath.cos(angle);
  }

  /** Adds a realisation to column {@code column} of rows x columns values, row-major. */
  void addTo(double[] values, int column, int columns, RandomGenerator random) {
    double angle = 2 * Math.PI / period;
    double cosine = memory * StrictMath.cos(angle);
    double sine = memory * StrictMath.sin(angle);
    double kick = deviation * Math.sqrt(1 - memory * memory);
    double x = deviation * random.nextGaussian();
    double y = deviation * random.nextGaussian();
    for (int i = column; i < values.length; i += columns) {
      values[i] += x;
      double turned = cosine * x - sine * y + kick * random.nextGaussian();
      y = sine * x + cosine * y + kick * random.nextGaussian();
      x = turned;
    }
  }
}
