package io.ergodic.jobs.spark;

import io.ergodic.jobs.file.TemporaryFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** The Spark session of a command. */
public final class Sessions {
  /**
   * How deep below a task's exception Spark looks for one that it ends the process for: code 52 for
   * memory that has run out. An executor is started anew; on a local master the process is the
   * driver's, and all that runs beside the task would go with it.
   */
  public static final String FATAL_DEPTH = "spark.executor.killOnFatalError.depth";

  private Sessions() {}

  /** Starts or joins the session that SparkSubmit configured; alone, a local one on all cores. */
  public static SparkSession start(String name) {
    SparkConf conf = conf();
    if (conf.get("spark.master").matches("local(\\[.*)?")) {
      keepToOwner(conf);
    }
    return SparkSession.builder().config(conf).appName(name).getOrCreate();
  }

  /** What a session of this process alone puts on disk is nobody else's, and goes with it. */
  private static void keepToOwner(SparkConf conf) {
    try {
      String folder = TemporaryFolder.create("spark").path().toString();
      conf.setIfMissing("spark.local.dir", folder);
      conf.setIfMissing("spark.sql.warehouse.dir", folder + "/warehouse");
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "no temporary folder can be made: " + failed.getMessage(), failed);
    }
  }

  /** What such a session is configured by. */
  static SparkConf conf() {
    SparkConf conf = new SparkConf();
    if (System.getProperty("spark.master") == null) {
      conf.setMaster("local[*]").set("spark.ui.enabled", "false");
    }
    if (conf.get("spark.master").matches("local(\\[.*\\])?")) {
      conf.setIfMissing(FATAL_DEPTH, "0");
    }
    return conf;
  }
}
