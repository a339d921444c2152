package io.ergodic.models.learner;

/** What becomes of a part of a learner's vectors when the copies of several workers are merged. */
public enum Merge {
  /** The mean, weighted by the examples each worker saw. */
  MEAN,
  /** The sum, for counts and sums of statistics. */
  SUM,
  /** Has to be equal on all workers; a difference is an error. */
  EQUAL,
  /** Each worker keeps its own. */
  LOCAL,
  /** Starts anew after every merge, from the values of a new learner. */
  RESET
}
