package io.ergodic.jobs.crew;

import org.apache.spark.SparkConf;

/**
 * When something has taken too long, as Spark's settings for tasks have it.
 *
 * @param attempts after which a failing errand is given up ({@code spark.task.maxFailures})
 * @param locality nanoseconds an errand waits for its executor ({@code spark.locality.wait})
 * @param speculative whether slow errands are given a second time ({@code spark.speculation})
 * @param quantile of the errands that must have ended before
 * @param multiplier of their median time above which another is slow
 * @param shortest nanoseconds below which none is
 */
record Patience(
    int attempts,
    long locality,
    boolean speculative,
    double quantile,
    double multiplier,
    long shortest) {

  private static final long NANOS = 1_000_000;

  /** The settings, by the defaults of Spark 3.5. */
  static Patience of(SparkConf conf, int attempts) {
    return new Patience(
        attempts,
        NANOS * conf.getTimeAsMs("spark.locality.wait", "3s"),
        conf.getBoolean("spark.speculation", false),
        conf.getDouble("spark.speculation.quantile", 0.75),
        conf.getDouble("spark.speculation.multiplier", 1.5),
        NANOS * conf.getTimeAsMs("spark.speculation.minTaskRuntime", "100ms"));
  }
}
