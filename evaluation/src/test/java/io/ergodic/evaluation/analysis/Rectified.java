package io.ergodic.evaluation.analysis;

import io.ergodic.datasets.capability.PiecewiseLinear;
import java.util.Arrays;
import java.util.Random;

/**
 * z' = A z + W relu(z) + h: a piecewise-linear recurrent network in its plainest form.
 *
 * @param diagonal A
 * @param weights W, row-major
 */
record Rectified(double[] diagonal, double[] weights, double[] bias) implements PiecewiseLinear {
  static Rectified random(int size, long seed) {
    Random random = new Random(seed);
    return new Rectified(
        random.doubles(size, -0.9, 0.9).toArray(),
        random.doubles(size * size, -1.2, 1.2).toArray(),
        random.doubles(size, -1, 1).toArray());
  }

  /**
   * The tent of one variable with its tip at 0: x + height for x below 0 goes up with slope {@code
   * up}, beyond it down with slope {@code down}.
   */
  static Rectified tent(double up, double down, double height) {
    return new Rectified(new double[] {up}, new double[] {-up - down}, new double[] {height});
  }

  @Override
  public int gates() {
    return bias.length;
  }

  @Override
  public void region(double[] state, long[] pattern) {
    Arrays.fill(pattern, 0);
    for (int k = 0; k < state.length; k++) {
      pattern[0] |= state[k] > 0 ? 1L << k : 0;
    }
  }

  @Override
  public void affine(long[] pattern, double[] matrix, double[] offset) {
    int size = bias.length;
    for (int i = 0; i < size * size; i++) {
      boolean open = (pattern[0] >> i % size & 1) == 1;
      matrix[i] = (open ? weights[i] : 0) + (i % (size + 1) == 0 ? diagonal[i / size] : 0);
    }
    System.arraycopy(bias, 0, offset, 0, size);
  }

  @Override
  public void step(double[] state, double[] next) {
    int size = bias.length;
    double[] image = bias.clone();
    for (int i = 0; i < size * size; i++) {
      image[i / size] += weights[i] * Math.max(0, state[i % size]);
    }
    for (int m = 0; m < size; m++) {
      image[m] += diagonal[m] * state[m];
    }
    System.arraycopy(image, 0, next, 0, size);
  }

  @Override
  public void jacobian(double[] state, double[] jacobian) {
    long[] pattern = new long[1];
    region(state, pattern);
    affine(pattern, jacobian, new double[state.length]);
  }

  @Override
  public int stateDimension() {
    return bias.length;
  }

  @Override
  public int observedDimension() {
    return bias.length;
  }

  @Override
  public void initialise(double[] context, int rows, double[] state) {
    System.arraycopy(context, (rows - 1) * state.length, state, 0, state.length);
  }

  @Override
  public void observe(double[] state, double[] observation) {
    System.arraycopy(state, 0, observation, 0, state.length);
  }
}
