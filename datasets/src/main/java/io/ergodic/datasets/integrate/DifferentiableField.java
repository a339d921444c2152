package io.ergodic.datasets.integrate;

/** A vector field that knows its derivative. */
public interface DifferentiableField extends VectorField {
  /** Writes all of df/dx at {@code state}: dimension x dimension, row-major. */
  void jacobian(double[] state, double[] jacobian);
}
