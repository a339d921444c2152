package io.ergodic.jobs.bench.averaging;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;

/** Has a cluster without a shared file system use {@link SharedFolder} until it is closed. */
final class DefaultStorage implements AutoCloseable {
  private static final String KEY = "fs.defaultFS";

  private final Configuration configuration;
  private final String before;

  DefaultStorage(JavaSparkContext spark) {
    this.configuration = spark.hadoopConfiguration();
    this.before = configuration.get(KEY, "file:///");
    if (!spark.isLocal() && before.startsWith("file:")) {
      configuration.set("fs.shared.impl", SharedFolder.class.getName());
      configuration.set(KEY, SharedFolder.NAME.toString());
    }
  }

  @Override
  public void close() {
    configuration.set(KEY, before);
  }
}
