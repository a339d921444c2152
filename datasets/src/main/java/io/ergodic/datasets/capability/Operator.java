package io.ergodic.datasets.capability;

/**
 * Maps functions to functions, each sampled at the points of a grid: the solution operator of a
 * differential equation, from an initial state or a coefficient to the solution. One instance
 * belongs to one thread.
 */
public interface Operator extends Capability {
  /** Points of the grid an input is sampled at. */
  int inputPoints();

  /** Values of an input at each of its points. */
  int inputChannels();

  /** Points of the grid an output is sampled at. */
  int outputPoints();

  /** Values of an output at each of its points. */
  int outputChannels();

  /**
   * Maps a batch of functions.
   *
   * @param input {@code count} x inputPoints x inputChannels, row-major, scaled as in training
   * @param output receives {@code count} x outputPoints x outputChannels, row-major, on the scale
   *     of the targets in training
   */
  void apply(float[] input, int count, float[] output);

  @Override
  default Operator watched(Runnable check) {
    return new WatchedOperator(this, check);
  }
}
