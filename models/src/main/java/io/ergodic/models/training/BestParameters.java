package io.ergodic.models.training;

import io.ergodic.models.learner.Learner;

/** Remembers the parameters of the lowest validation loss. */
final class BestParameters {
  private final Learner learner;
  private float[] parameters;
  private double loss = Double.POSITIVE_INFINITY;
  private int worse;

  BestParameters(Learner learner) {
    this.learner = learner;
  }

  /** Takes the learner's present loss; returns how many offers in a row were no improvement. */
  int offer(double candidate) {
    if (candidate < loss) {
      loss = candidate;
      worse = 0;
      parameters = parameters == null ? new float[learner.parameterCount()] : parameters;
      learner.readParameters(parameters);
    } else {
      worse++;
    }
    return worse;
  }

  /** Puts the best parameters back, if any were ever offered. */
  void restore() {
    if (parameters != null) {
      learner.writeParameters(parameters);
    }
  }
}
