package io.ergodic.jobs.train.round;

import io.ergodic.jobs.transport.SharedValue;
import java.io.Serializable;

/**
 * A serialisable handle from which a worker gets the round's input. The transport shares small
 * vectors as a whole. A worker fetches the slices of large vectors from the block stores that have
 * them.
 */
sealed interface InputHandle extends Serializable permits InputHandle.Whole, BlockInput {
  /**
   * Returns the vectors; nobody writes to them.
   *
   * @throws BlocksLostException when executors were lost together with slices of the vectors
   */
  RoundInput open() throws BlocksLostException, InterruptedException;

  /** Both vectors, whole. */
  record Whole(SharedValue<RoundInput> input) implements InputHandle {
    @Override
    public RoundInput open() {
      return input.get();
    }
  }
}
