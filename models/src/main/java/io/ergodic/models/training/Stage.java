package io.ergodic.models.training;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.BatchSampler;
import java.util.Optional;

/**
 * A part of a training: what it trains on and for how long. Pre-training and fine-tuning are two
 * stages, a stream of tasks is one stage a task.
 *
 * @param name for progress and curves
 * @param epochs passes over {@code batches}
 * @param stopping early stopping; empty to train all epochs and keep the last parameters
 */
public record Stage(
    String name, BatchSampler batches, int epochs, Optional<EarlyStopping> stopping) {
  /** Steps if nothing stops it early. */
  public long steps() {
    return (long) epochs * batches.batchesPerEpoch();
  }

  /**
   * Validation after every epoch; the stage ends after {@code patience} epochs without a better
   * mean loss, and the best parameters are restored.
   *
   * @param validation the validation batches, weighted by their counts
   */
  public record EarlyStopping(Iterable<Batch> validation, int patience) {}
}
