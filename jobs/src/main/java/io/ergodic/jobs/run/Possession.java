package io.ergodic.jobs.run;

import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.result.OutputLock;
import io.ergodic.jobs.trial.Progress;

/**
 * Ends a run whose output folder another run has taken over, at the next trial that ends or is
 * under way: what it would go on to write is the other's to write.
 */
record Possession(OutputLock lock) implements Progress {
  @Override
  public void finished(TrialRecord record) {
    lock.check();
  }

  @Override
  public void running(int trials) {
    lock.check();
  }

  @Override
  public void close() {}
}
