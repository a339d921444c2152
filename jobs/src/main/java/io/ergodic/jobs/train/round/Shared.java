package io.ergodic.jobs.train.round;

import java.io.Serializable;

/**
 * What a round begins with on every worker; nobody writes to it.
 *
 * @param state of the optimiser; null when each worker has its own
 */
record Shared(float[] parameters, float[] state) implements Serializable {
  /** Number of values. */
  long count() {
    return parameters.length + (state == null ? 0L : state.length);
  }
}
