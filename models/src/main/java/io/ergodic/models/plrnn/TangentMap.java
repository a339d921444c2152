package io.ergodic.models.plrnn;

import io.ergodic.datasets.capability.JacobianProduct;

/** A map of so many states that it says what its Jacobian does to a vector. */
public interface TangentMap extends StateMap, JacobianProduct {
  /** Dimension M of the state. */
  int states();

  @Override
  default void jacobian(double[] state, double[] jacobian) {
    assemble(states(), state, jacobian);
  }
}
