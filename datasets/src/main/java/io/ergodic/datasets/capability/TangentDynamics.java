package io.ergodic.datasets.capability;

/**
 * Dynamics of so many states that nobody wants their whole Jacobian: they say what it does to a
 * vector.
 */
public interface TangentDynamics extends Dynamics, JacobianProduct {
  @Override
  default void jacobian(double[] state, double[] jacobian) {
    assemble(stateDimension(), state, jacobian);
  }

  @Override
  default TangentDynamics watched(Runnable check) {
    return new WatchedTangents(this, check);
  }
}
