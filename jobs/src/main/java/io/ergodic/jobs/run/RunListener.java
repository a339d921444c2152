package io.ergodic.jobs.run;

import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.data.GeneratedDataset;
import io.ergodic.jobs.trial.Progress;

/** Is told of everything that happens in a run: its trials, and what comes before and after. */
public interface RunListener extends Progress {
  /**
   * A dataset is there.
   *
   * @param made whether this run has made it
   */
  default void dataset(GeneratedDataset dataset, boolean made) {}

  /**
   * It is known what there is to do.
   *
   * @param before trainings that are done
   */
  default void planned(int before, int train, int evaluate) {}

  /** Tables and report are written, or were right as they were. */
  default void reported(String report) {}

  /** Tells nobody. */
  static RunListener none() {
    return new RunListener() {
      @Override
      public void finished(TrialRecord record) {}

      @Override
      public void running(int trials) {}

      @Override
      public void close() {}
    };
  }
}
