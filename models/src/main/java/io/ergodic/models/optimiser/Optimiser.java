package io.ergodic.models.optimiser;

import io.ergodic.datasets.registry.Named;
import io.ergodic.datasets.registry.Registry;
import io.ergodic.datasets.settings.Settings;

/**
 * An update rule over a flat vector. It keeps nothing itself: all it remembers, the step count
 * included, stands in the state vector, which starts as zeros and can be stored and restored
 * exactly. The step count is a float, exact up to 2^24 steps.
 */
public interface Optimiser {
  /**
   * Updates parameters and state in place.
   *
   * @param parameters n values
   * @param gradients n values
   * @param state {@code stateCount(n)} values
   * @param learningRate of this step
   */
  void update(float[] parameters, float[] gradients, float[] state, double learningRate);

  /** Vectors of state as long as the parameters. */
  int slots();

  /** Whether the state begins with the count of steps. */
  boolean counted();

  /** Length of the state for this many parameters. */
  default int stateCount(int parameters) {
    return (counted() ? 1 : 0) + slots() * parameters;
  }

  /** The same update of vectors where they lie, within a PointerScope of the caller's. */
  void update(FlatVectors vectors, double learningRate);

  /** A kind of optimiser, found by name through ServiceLoader. */
  interface Kind extends Named {
    /** Reads the rule's own settings (betas, momentum, ...), not the common ones. */
    Optimiser create(Settings settings);
  }

  static Registry<Kind> registry() {
    return Registry.load(Kind.class, "optimiser");
  }
}
