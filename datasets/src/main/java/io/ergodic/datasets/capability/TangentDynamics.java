package io.ergodic.datasets.capability;

/**
 * Dynamics of so many states that nobody wants their whole Jacobian: they say what it does to a
 * vector.
 */
public interface TangentDynamics extends Dynamics {
  /**
   * The product of the Jacobian dF/dz at {@code state} with {@code tangent}; all have M values and
   * are different arrays.
   */
  void push(double[] state, double[] tangent, double[] image);

  @Override
  default TangentDynamics watched(Runnable check) {
    return new WatchedTangents(this, check);
  }
}
