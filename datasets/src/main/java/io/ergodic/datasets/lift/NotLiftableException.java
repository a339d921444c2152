package io.ergodic.datasets.lift;

/** Equations that cannot be lifted, with the reason. */
final class NotLiftableException extends Exception {
  private static final long serialVersionUID = 1L;

  NotLiftableException(String reason) {
    super(reason);
  }
}
