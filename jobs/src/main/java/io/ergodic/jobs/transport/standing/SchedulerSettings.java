package io.ergodic.jobs.transport.standing;

import org.apache.spark.SparkConf;

/**
 * Retries, locality wait and speculation of remote tasks, read from Spark's settings for its own
 * tasks.
 *
 * @param maxFailures failed attempts after which the batch fails ({@code spark.task.maxFailures})
 * @param localityWait nanoseconds that a task waits for its executor ({@code spark.locality.wait})
 * @param speculation whether slow tasks get a second copy ({@code spark.speculation})
 * @param speculationQuantile fraction of the batch that must be finished before
 * @param speculationMultiplier a task is slow when it runs longer than this times the median
 * @param minTaskRuntime nanoseconds below which no task is slow
 */
record SchedulerSettings(
    int maxFailures,
    long localityWait,
    boolean speculation,
    double speculationQuantile,
    double speculationMultiplier,
    long minTaskRuntime) {

  private static final long NANOS_PER_MILLI = 1_000_000;

  /** Reads the settings; the defaults are those of Spark 3.5. */
  static SchedulerSettings read(SparkConf conf, int maxFailures) {
    return new SchedulerSettings(
        maxFailures,
        NANOS_PER_MILLI * conf.getTimeAsMs("spark.locality.wait", "3s"),
        conf.getBoolean("spark.speculation", false),
        conf.getDouble("spark.speculation.quantile", 0.75),
        conf.getDouble("spark.speculation.multiplier", 1.5),
        NANOS_PER_MILLI * conf.getTimeAsMs("spark.speculation.minTaskRuntime", "100ms"));
  }
}
