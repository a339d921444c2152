package io.ergodic.jobs.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** The Spark session of a command. */
public final class Sessions {
  private Sessions() {}

  /** Starts or joins the session that SparkSubmit configured; alone, a local one on all cores. */
  public static SparkSession start(String name) {
    return SparkSession.builder().config(conf()).appName(name).getOrCreate();
  }

  /** What such a session is configured by. */
  static SparkConf conf() {
    SparkConf conf = new SparkConf();
    if (System.getProperty("spark.master") == null) {
      conf.setMaster("local[*]").set("spark.ui.enabled", "false");
    }
    return conf;
  }
}
