package io.ergodic.datasets.integrate;

/** The right-hand side of an autonomous ordinary differential equation dx/dt = f(x). */
public interface VectorField {
  /** Number of state variables. */
  int dimension();

  /** Writes f(state) to {@code derivative}; neither array is kept. */
  void derivative(double[] state, double[] derivative);
}
