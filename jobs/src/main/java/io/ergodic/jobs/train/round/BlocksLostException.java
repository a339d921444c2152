package io.ergodic.jobs.train.round;

import java.io.IOException;

/** Executors were lost together with blocks of a vector, of which the driver has a copy. */
final class BlocksLostException extends IOException {
  private static final long serialVersionUID = 1L;

  BlocksLostException(String message) {
    super(message);
  }
}
