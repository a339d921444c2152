package io.ergodic.jobs.testing;

import io.ergodic.jobs.spark.Sessions;
import org.apache.spark.sql.SparkSession;

/** Spark sessions for tests: on loopback, without a user interface. */
public final class LocalSpark {
  private LocalSpark() {}

  /** A session on so many threads; close it. */
  public static SparkSession start(int threads) {
    return start("local[" + threads + "]");
  }

  /** A session of a master, such as {@code local[2,4]}, which tries a task four times. */
  public static SparkSession start(String master) {
    return SparkSession.builder()
        .master(master)
        .appName("test")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        .config(Sessions.FATAL_DEPTH, "0")
        .getOrCreate();
  }
}
