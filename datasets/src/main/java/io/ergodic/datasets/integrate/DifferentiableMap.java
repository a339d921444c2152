package io.ergodic.datasets.integrate;

/** A map x(n + 1) = f(x(n)) that knows its derivative. */
public interface DifferentiableMap {
  /** Number of state variables. */
  int dimension();

  /** Writes f(state) to {@code next}, another array than {@code state}. */
  void apply(double[] state, double[] next);

  /** Writes all of df/dx at {@code state}: dimension x dimension, row-major. */
  void jacobian(double[] state, double[] jacobian);
}
