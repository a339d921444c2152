package io.ergodic.jobs.transport.job;

import io.ergodic.jobs.transport.SharedValue;
import org.apache.spark.broadcast.Broadcast;

/** A value in a Spark broadcast, which each executor fetches once. */
record BroadcastValue<T>(Broadcast<T> broadcast) implements SharedValue<T> {
  @Override
  public T get() {
    return broadcast.value();
  }
}
