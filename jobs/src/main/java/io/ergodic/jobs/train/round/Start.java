package io.ergodic.jobs.train.round;

import java.io.Serializable;

/**
 * What work begins with, on its way to workers. Small vectors travel with the work: anything else
 * costs round trips, which for a model of a thousand parameters take longer than its training
 * steps. Large ones are gathered from where their pieces were made.
 */
sealed interface Start extends Serializable permits Start.Enclosed, Gathered {
  /**
   * The vectors; nobody writes to them.
   *
   * @throws LostException when they were with executors that are no more
   */
  Shared open() throws LostException, InterruptedException;

  /** Sent with the work. */
  record Enclosed(Shared shared) implements Start {
    @Override
    public Shared open() {
      return shared;
    }
  }
}
