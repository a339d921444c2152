package io.ergodic.jobs.trial;

import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.suite.TrialSpec;
import io.ergodic.jobs.train.RoundRecord;

/** Is told how far a sweep is. */
public interface Progress extends AutoCloseable {
  /** A trial has ended, well or not. */
  void finished(TrialRecord record);

  /**
   * The task of a trial has started, or its training on all executors. Tiny trials share a task and
   * are announced together; one that is tried again is announced again.
   */
  default void started(TrialSpec trial) {}

  /**
   * An error of the machine has kept a trial from its end; it is tried again when the others are
   * done.
   */
  default void postponed(TrialSpec trial, TrialRecord record) {}

  /** So many trials are under way now. */
  void running(int trials);

  /** A round of a trial that is trained by averaging has ended. */
  default void round(TrialSpec trial, RoundRecord round) {}

  /** Something is to be said that is neither a result nor a failure. */
  default void note(String text) {}

  @Override
  void close();

  /** Tells both, this one first. */
  default Progress and(Progress other) {
    Progress first = this;
    return new Progress() {
      @Override
      public void finished(TrialRecord record) {
        first.finished(record);
        other.finished(record);
      }

      @Override
      public void started(TrialSpec trial) {
        first.started(trial);
        other.started(trial);
      }

      @Override
      public void postponed(TrialSpec trial, TrialRecord record) {
        first.postponed(trial, record);
        other.postponed(trial, record);
      }

      @Override
      public void running(int trials) {
        first.running(trials);
        other.running(trials);
      }

      @Override
      public void round(TrialSpec trial, RoundRecord round) {
        first.round(trial, round);
        other.round(trial, round);
      }

      @Override
      public void note(String text) {
        first.note(text);
        other.note(text);
      }

      @Override
      public void close() {
        first.close();
        other.close();
      }
    };
  }
}
