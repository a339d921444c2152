package io.ergodic.models.learner;

/**
 * What becomes of a part of a learner's parameter vector when the copies of several workers, all of
 * which began with the same values, are merged.
 */
public enum Merge {
  /** The mean, weighted by the examples each worker saw. */
  MEAN,
  /** What they began with and all that each worker has added: counts and sums of statistics. */
  SUM,
  /** Has to be equal on all workers; a difference is an error. */
  EQUAL,
  /** Each worker keeps its own; the trained model has the first worker's. */
  LOCAL,
  /**
   * Rows of the first axis, dealt out to the workers in order: of W workers the w-th has changed
   * rows w/W to (w+1)/W, and its copy of these counts.
   */
  CONCATENATE,
  /** Starts anew after every merge, from the values of a new learner. */
  RESET
}
