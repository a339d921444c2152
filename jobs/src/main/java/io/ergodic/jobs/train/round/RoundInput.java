package io.ergodic.jobs.train.round;

import java.io.Serializable;

/**
 * The vectors that every worker begins a round with. Nobody writes to them.
 *
 * @param parameters of the model, flat
 * @param state of the optimiser, flat; null when each worker has its own
 */
record RoundInput(float[] parameters, float[] state) implements Serializable {
  /** Number of values in both vectors. */
  long count() {
    return parameters.length + (state == null ? 0L : state.length);
  }
}
