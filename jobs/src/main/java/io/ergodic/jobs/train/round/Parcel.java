package io.ergodic.jobs.train.round;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * A value on its way to tasks. Small ones travel with the task itself: a broadcast of their own
 * costs the driver a block and every executor two more round trips, which for a model of a thousand
 * parameters is longer than its training steps. Large ones are broadcast: an executor then gets
 * them once, not once a task.
 */
sealed interface Parcel<T> extends Serializable permits Parcel.Enclosed, Parcel.Sent, Gathered {
  /**
   * The value, on the driver or an executor; nobody writes to it.
   *
   * @throws LostException when it was with executors that are no more
   */
  T open() throws LostException, InterruptedException;

  /** Sent with the task. */
  record Enclosed<T>(T value) implements Parcel<T> {
    @Override
    public T open() {
      return value;
    }
  }

  /** Fetched by executors when they need it. */
  record Sent<T>(Broadcast<T> broadcast) implements Parcel<T> {
    @Override
    public T open() {
      return broadcast.value();
    }
  }

  /** Packs the values of one round and takes the broadcasts among them back at its end. */
  final class Post implements AutoCloseable {
    private final JavaSparkContext spark;
    private final int largest;
    private final List<Broadcast<?>> sent = new ArrayList<>();

    /**
     * @param largest number of floats that are enclosed
     */
    Post(JavaSparkContext spark, int largest) {
      this.spark = spark;
      this.largest = largest;
    }

    <T> Parcel<T> pack(T value, long floats) {
      if (floats <= largest) {
        return new Enclosed<>(value);
      }
      Broadcast<T> broadcast = spark.broadcast(value);
      sent.add(broadcast);
      return new Sent<>(broadcast);
    }

    @Override
    public void close() {
      sent.forEach(Broadcast::destroy);
    }
  }
}
