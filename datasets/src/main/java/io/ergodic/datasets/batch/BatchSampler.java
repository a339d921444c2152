package io.ergodic.datasets.batch;

/**
 * Gives the batch of a step. A pure function of (its seed, the step): asking for step 7 first,
 * again or on another machine gives the same examples.
 */
public interface BatchSampler {
  /** Steps that make an epoch. */
  int batchesPerEpoch();

  /** The batch of a global step, counted from 0. It is valid until the next call. */
  Batch batch(long step);
}
