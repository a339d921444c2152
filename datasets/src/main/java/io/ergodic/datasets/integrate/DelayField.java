package io.ergodic.datasets.integrate;

/**
 * The right-hand side of a delay equation dx/dt = f(x(t), x(t - delay)) with one constant delay.
 */
public interface DelayField {
  /** Number of state variables. */
  int dimension();

  /** The delay, in units of time; positive. */
  double delay();

  /** Writes f(state, delayed) to {@code derivative}. */
  void derivative(double[] state, double[] delayed, double[] derivative);

  /** Writes all of df/dstate and df/ddelayed: each dimension x dimension, row-major. */
  void jacobians(double[] state, double[] delayed, double[] present, double[] past);
}
