package io.ergodic.jobs.transport.standing;

import io.ergodic.jobs.transport.SharedValue;
import java.io.Serializable;

/**
 * A value that travels with each task, because a separate transfer costs round trips that take
 * longer than the training steps of a model of a thousand parameters.
 */
record InlineValue<T extends Serializable>(T value) implements SharedValue<T> {
  @Override
  public T get() {
    return value;
  }
}
