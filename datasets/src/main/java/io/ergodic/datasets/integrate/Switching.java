package io.ergodic.datasets.integrate;

/**
 * A field that jumps or kinks where the sign of a function changes. Between two such times it is
 * one of two smooth fields.
 */
public interface Switching {
  /** The smooth field on one side; it must be defined a little beyond the switching surface. */
  VectorField side(boolean positive);

  /** The function whose sign decides. */
  double indicator(double[] state);
}
