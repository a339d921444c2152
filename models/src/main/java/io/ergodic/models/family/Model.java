package io.ergodic.models.family;

import io.ergodic.models.learner.Restored;
import io.ergodic.models.learner.Weights;
import io.ergodic.models.training.Trainable;
import java.util.Set;

/**
 * A model as its settings describe it for data of one form: its shapes are known, nothing is
 * allocated and no data has been seen. From here it is trained, or made of stored weights.
 */
public interface Model {
  /**
   * Gives it memory, first values and a plan for the data.
   *
   * @throws io.ergodic.datasets.settings.InvalidInputException where the data is too short or lacks
   *     a split
   */
  Trainable prepare(TrainingContext context);

  /**
   * Refuses data it cannot be trained on, as {@link #prepare} does, but without giving it memory
   * where that can be told without.
   */
  default void check(TrainingContext context) {
    if (prepare(context) instanceof Trainable.Stepped stepped) {
      stepped.learner().close();
    }
  }

  /** The model with stored weights, on whatever machine and without any data. */
  Restored restore(Weights weights, Resources resources);

  /** Whether it is trained by steps, so that several workers can train it by averaging. */
  default boolean stepped() {
    return true;
  }

  /** What it costs. */
  Cost cost();

  /**
   * The classes that decide what it computes beside its family: kinds of blocks, rules and
   * optimisers it was put together from.
   */
  default Set<Class<?>> parts() {
    return Set.of();
  }
}
