package io.ergodic.jobs.train.round;

import io.ergodic.jobs.spark.SparkFailure;
import io.ergodic.models.training.TrainingFailedException;

/** Converts exceptions of Spark to the failure of a training. */
final class Failures {
  private Failures() {}

  static RuntimeException of(Exception failure, String phase) {
    // Spark was stopped, or the driver has a bug; Spark did not fail a task.
    if (failure instanceof RuntimeException fault && !(fault instanceof IllegalStateException)) {
      return fault;
    }
    RuntimeException ended =
        new TrainingFailedException(phase + " failed: " + SparkFailure.message(failure));
    ended.initCause(failure);
    return ended;
  }
}
