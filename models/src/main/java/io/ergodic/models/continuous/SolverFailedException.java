package io.ergodic.models.continuous;

/** A differential equation that cannot be solved to its tolerance; says where and why. */
final class SolverFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SolverFailedException(String message) {
    super(message);
  }
}
