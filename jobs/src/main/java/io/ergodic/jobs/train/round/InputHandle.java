package io.ergodic.jobs.train.round;

import java.io.Serializable;

/**
 * A serialisable handle from which a worker gets the round's input. Small vectors are inside the
 * handle and travel with the task, because a separate transfer costs round trips that take longer
 * than the training steps of a model of a thousand parameters. Large vectors are fetched from the
 * block stores that have their slices.
 */
sealed interface InputHandle extends Serializable permits InputHandle.Inline, BlockInput {
  /**
   * Returns the vectors; nobody writes to them.
   *
   * @throws BlocksLostException when executors were lost together with slices of the vectors
   */
  RoundInput open() throws BlocksLostException, InterruptedException;

  /** The vectors themselves. */
  record Inline(RoundInput input) implements InputHandle {
    @Override
    public RoundInput open() {
      return input;
    }
  }
}
