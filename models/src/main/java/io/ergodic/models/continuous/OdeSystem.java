package io.ergodic.models.continuous;

/** An autonomous system dy/dt = f(y) of ordinary differential equations. */
interface OdeSystem {
  /** Number of variables. */
  int size();

  /** Writes f(y) to {@code slope}; both have {@link #size} values and are different arrays. */
  void slope(double[] y, double[] slope);
}
