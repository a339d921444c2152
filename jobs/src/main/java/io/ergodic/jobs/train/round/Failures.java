package io.ergodic.jobs.train.round;

import io.ergodic.evaluation.result.MachineFailure;
import io.ergodic.jobs.spark.SparkFailure;
import io.ergodic.models.training.TrainingFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.SparkException;

/** Converts exceptions of Spark to the failure of a training, or of the machine. */
final class Failures {
  private Failures() {}

  /**
   * Transports give the exception of a task as text, or with it where they share its process.
   *
   * @return a {@link TrainingFailedException} for a model that threw in every attempt; an {@link
   *     UncheckedIOException} when executors were lost, or memory or files failed
   */
  static RuntimeException of(Exception failure, String phase) {
    // The driver has a bug; Spark did not fail a task.
    if (failure instanceof RuntimeException fault && !(fault instanceof IllegalStateException)) {
      return fault;
    }
    Throwable began = SparkFailure.innermost(failure);
    boolean text = began instanceof SparkException || began instanceof IOException;
    String reason = text ? SparkFailure.message(failure) : began.toString();
    if (MachineFailure.named(reason)) {
      return new UncheckedIOException(new IOException(phase + " failed: " + reason, failure));
    }
    TrainingFailedException model = new TrainingFailedException(phase + " failed: " + reason);
    // Suppressed and not the cause: that a transport failed is no sign of the machine here.
    model.addSuppressed(failure);
    return model;
  }
}
