package io.ergodic.datasets.equation;

/**
 * An equation on the circle [0, 1) that turns a state into the state after a fixed time. One
 * instance belongs to one thread.
 */
interface Evolution {
  /** Points of the grid it computes on: a multiple of those that are kept. */
  int resolution();

  /** The state after the time, in place: the Fourier coefficients of {@link #resolution} values. */
  void advance(double[] real, double[] imaginary);
}
