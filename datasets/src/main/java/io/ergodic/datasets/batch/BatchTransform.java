package io.ergodic.datasets.batch;

/**
 * Changes training batches: augmentation, noise, mixing of examples. What it draws for an example
 * depends on (seed, example, epoch) alone, never on the batch it came in or on who asks.
 */
public interface BatchTransform {
  /**
   * Changes a batch in place, or puts fields of its own into it.
   *
   * @param epoch from 0
   * @param seed of the training's augmentation
   */
  void apply(Batch batch, long epoch, long seed);
}
