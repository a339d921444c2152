package io.ergodic.models.training;

import io.ergodic.datasets.settings.Explained;

/** A training that cannot go on: a loss that is not finite, a time limit. Becomes a failed row. */
public final class TrainingFailedException extends RuntimeException implements Explained {
  private static final long serialVersionUID = 1L;

  public TrainingFailedException(String message) {
    super(message);
  }
}
