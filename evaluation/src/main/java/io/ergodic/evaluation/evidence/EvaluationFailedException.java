package io.ergodic.evaluation.evidence;

import io.ergodic.datasets.settings.Explained;

/** A model whose output cannot be scored, e.g. a free run that leaves the finite numbers. */
public final class EvaluationFailedException extends RuntimeException implements Explained {
  private static final long serialVersionUID = 1L;

  public EvaluationFailedException(String message) {
    super(message);
  }
}
