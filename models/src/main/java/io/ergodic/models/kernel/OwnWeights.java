package io.ergodic.models.kernel;

/** Weights that a part of a cell has of its own: none, unless it says so. */
interface OwnWeights {
  /** Number of its own weights. */
  default int parameterCount() {
    return 0;
  }

  /** Takes new weights, found from {@code offset}, and forgets all gradients. */
  default void load(float[] parameters, int offset) {}

  /** Adds the gradients of its own weights to {@code gradient}, from {@code offset}. */
  default void gradient(float[] gradient, int offset) {}
}
