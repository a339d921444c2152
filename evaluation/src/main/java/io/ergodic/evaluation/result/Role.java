package io.ergodic.evaluation.result;

/** What a trial is for. It is never told from the name of its system. */
public enum Role {
  /** A model is compared with others. */
  MODEL,
  /** The truth, or data in its place, is scored against itself. */
  FLOOR
}
