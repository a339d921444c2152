package io.ergodic.jobs.train.round;

import java.io.IOException;

/** Something was with executors that are no more; the driver has it as well. */
final class LostException extends IOException {
  private static final long serialVersionUID = 1L;

  LostException(String message) {
    super(message);
  }
}
