package io.ergodic.models.plrnn;

/** A map of the state space in double precision. */
public interface StateMap {
  /** One step; both arrays may be the same. */
  void step(double[] state, double[] next);

  /** dF/dz at {@code state}, M x M row-major. */
  void jacobian(double[] state, double[] jacobian);

  /**
   * An upper bound of the norm of any Jacobian: max |A| and the norms of the other factors.
   * Infinite where none is known.
   */
  default double bound() {
    return Double.POSITIVE_INFINITY;
  }
}
