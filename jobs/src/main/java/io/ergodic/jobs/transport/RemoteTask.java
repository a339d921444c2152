package io.ergodic.jobs.transport;

import java.io.Serializable;

/**
 * A function that an executor runs for the driver. The transport may run a task twice, on another
 * executor, or twice at the same time, so the result depends only on the task's fields. On a local
 * master neither the task nor its result is copied: the driver and the executor share the objects,
 * and neither writes to them.
 */
@FunctionalInterface
public interface RemoteTask<R> extends Serializable {
  /**
   * Runs on the thread of a Spark task.
   *
   * @return null, or a value that can be serialised
   * @throws Exception when this attempt fails; the transport retries a task as often as Spark does
   */
  R run() throws Exception;
}
