package io.ergodic.models.training;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.BatchSampler;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.Solver;
import java.util.Optional;

/** A model with the data and the plan to train it by. */
public sealed interface Trainable {
  /**
   * A learner trained by steps.
   *
   * @param epochs passes over {@code batches}
   * @param stopping early stopping, empty to train all epochs and keep the last parameters
   */
  record Stepped(
      Learner learner, BatchSampler batches, int epochs, Optional<EarlyStopping> stopping)
      implements Trainable {}

  /** A solver that sees every batch once. */
  record Solved(Solver solver, Iterable<Batch> batches) implements Trainable {}

  /**
   * Validation after every epoch; training ends after {@code patience} epochs without a better mean
   * loss, and the best parameters are restored.
   *
   * @param validation the validation batches, weighted by their counts
   */
  record EarlyStopping(Iterable<Batch> validation, int patience) {}
}
