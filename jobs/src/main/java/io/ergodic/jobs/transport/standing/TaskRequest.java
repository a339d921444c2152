package io.ergodic.jobs.transport.standing;

/**
 * The message of a runner to the driver: it reports the result of its last task and requests the
 * next one. On the wire the message consists of JDK types only, because Spark deserialises messages
 * on threads that cannot load classes from a job's jars.
 *
 * @param runner task attempt id of the runner's Spark task
 * @param executor id of the executor that the runner is on
 * @param task number of the task that the runner has run; {@link #NONE} in its first request
 * @param failure message of the exception that the task threw; null when it succeeded
 * @param result of the task; serialised (byte[]) when the driver is another process
 */
record TaskRequest(long runner, String executor, long task, String failure, Object result) {
  static final long NONE = -1;

  Object[] toWire() {
    return new Object[] {runner, executor, task, failure, result};
  }

  static TaskRequest fromWire(Object[] wire) {
    return new TaskRequest(
        (Long) wire[0], (String) wire[1], (Long) wire[2], (String) wire[3], wire[4]);
  }
}
