package io.ergodic.jobs.transport;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** Runs remote tasks for one training. The driver uses a session on one thread. */
public interface TransportSession extends AutoCloseable {
  /**
   * Runs a batch, and returns the results in the order of the tasks, whichever finishes first.
   *
   * @throws IOException when a task has failed too often, Spark has failed the job, or the thread
   *     was interrupted
   */
  <R> List<R> run(List<PlacedTask<R>> tasks) throws IOException;

  /**
   * Prepares a value that all tasks of the next batches read. A later call may free the value, so a
   * batch reads only values that were shared last.
   */
  <T extends Serializable> SharedValue<T> share(T value);

  /** Number of remote tasks that can run at the same time at the moment. */
  int parallelism();

  /** The block stores of the executors; empty when tasks send all vectors to the driver. */
  Optional<BlockExchange> blocks();

  /** Whether an executor still has the blocks that it has put. */
  boolean hasBlocks(String executor);

  /** Ends the session's Spark jobs, and frees the shared values. */
  @Override
  void close();
}
