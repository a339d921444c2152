package io.ergodic.jobs.crew;

/**
 * What a member tells the driver: how its last errand went, and that it is idle. Goes over the wire
 * as types of the JDK, because Spark reads messages on threads that do not see a job's jars.
 *
 * @param member number of the Spark task
 * @param executor it runs on
 * @param errand it was given last; {@link #NONE} at first
 * @param failure why that failed; null when it did not
 * @param result of it; bytes where the driver is another process
 */
record Call(long member, String executor, long errand, String failure, Object result) {
  static final long NONE = -1;

  Object[] wire() {
    return new Object[] {member, executor, errand, failure, result};
  }

  static Call of(Object[] wire) {
    return new Call((Long) wire[0], (String) wire[1], (Long) wire[2], (String) wire[3], wire[4]);
  }
}
