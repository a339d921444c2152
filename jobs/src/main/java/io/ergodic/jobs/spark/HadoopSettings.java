package io.ergodic.jobs.spark;

import org.apache.hadoop.conf.Configuration;

/**
 * Hadoop's settings for a command that starts no Spark: the files on the class path, and over them
 * what {@code spark.hadoop.KEY} says, so that a store that Spark reaches is reached without it.
 */
public final class HadoopSettings {
  private static final String PREFIX = "spark.hadoop.";

  private HadoopSettings() {}

  /** What the files and the properties of this process say. */
  public static Configuration given() {
    Configuration configuration = new Configuration();
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith(PREFIX)) {
        configuration.set(name.substring(PREFIX.length()), System.getProperty(name));
      }
    }
    return configuration;
  }
}
