package io.ergodic.jobs.trial;

import io.ergodic.evaluation.result.TrialRecord;

/** Shows how far a sweep is. */
public interface Progress extends AutoCloseable {
  /** A trial has ended. */
  void finished(TrialRecord record);

  /** So many trials are under way now. */
  void running(int trials);

  /** Something of the trial under way that is worth a look, not a record. */
  default void note(String text) {}

  @Override
  void close();
}
