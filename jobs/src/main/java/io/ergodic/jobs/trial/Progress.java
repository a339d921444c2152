package io.ergodic.jobs.trial;

import io.ergodic.evaluation.result.TrialRecord;

/** Shows how far a sweep is. */
public interface Progress extends AutoCloseable {
  /** A trial has ended. */
  void finished(TrialRecord record);

  /** So many trials are under way now. */
  void running(int trials);

  @Override
  void close();
}
