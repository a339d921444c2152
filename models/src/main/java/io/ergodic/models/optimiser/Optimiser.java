package io.ergodic.models.optimiser;

import io.ergodic.datasets.registry.Named;
import io.ergodic.datasets.registry.Registry;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;

/**
 * An update rule over a flat vector. It keeps nothing itself: all it remembers, the step count
 * included, stands in the state vector, which starts as zeros and can be stored and restored
 * exactly.
 */
public interface Optimiser {
  /** The most values an array of this virtual machine holds. */
  int LONGEST = Integer.MAX_VALUE - 8;

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

  /** Whether the state begins with the count of steps, see {@link StepCount}. */
  boolean counted();

  /**
   * Length of the state for this many parameters.
   *
   * @throws InvalidInputException where that is more than one vector can hold
   */
  default int stateCount(int parameters) {
    long count = (counted() ? StepCount.LENGTH : 0) + (long) slots() * parameters;
    if (count > LONGEST) {
      throw new InvalidInputException(
          "optimiser.name: "
              + getClass().getSimpleName()
              + " keeps "
              + count
              + " values for "
              + parameters
              + " parameters, and one vector holds "
              + LONGEST
              + "; choose one that keeps less, such as sgd or lion, or a smaller network");
    }
    return (int) count;
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
