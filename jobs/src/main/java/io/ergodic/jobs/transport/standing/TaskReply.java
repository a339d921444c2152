package io.ergodic.jobs.transport.standing;

/**
 * The driver's reply to a {@link TaskRequest}: the next task, or the order to stop. On the wire it
 * consists of JDK types only, too.
 *
 * @param number of the task; {@link #STOP} when the runner should end
 * @param task to run; serialised (byte[]) when the runner is in another process
 */
record TaskReply(long number, Object task) {
  static final long STOP = -1;

  Object[] toWire() {
    return new Object[] {number, task};
  }

  static TaskReply fromWire(Object[] wire) {
    return new TaskReply((Long) wire[0], wire[1]);
  }
}
