package io.ergodic.jobs.train.round;

import io.ergodic.jobs.spark.SparkFailure;
import io.ergodic.models.training.TrainingFailedException;

/** What Spark throws, as the end of a training. */
final class Failures {
  private Failures() {}

  static RuntimeException of(Exception failure, String phase) {
    // Not given up by Spark but stopped with it, or a fault of the driver's.
    if (failure instanceof RuntimeException fault && !(fault instanceof IllegalStateException)) {
      return fault;
    }
    RuntimeException ended =
        new TrainingFailedException(phase + " failed: " + SparkFailure.message(failure));
    ended.initCause(failure);
    return ended;
  }
}
