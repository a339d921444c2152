package io.ergodic.jobs.spark;

import org.apache.spark.sql.SparkSession;

/** The Spark session of a command. */
public final class Sessions {
  private Sessions() {}

  /** Starts or joins the session that SparkSubmit configured; alone, a local one on all cores. */
  public static SparkSession start(String name) {
    SparkSession.Builder builder = SparkSession.builder().appName(name);
    if (System.getProperty("spark.master") == null) {
      builder.master("local[*]").config("spark.ui.enabled", "false");
    }
    return builder.getOrCreate();
  }
}
