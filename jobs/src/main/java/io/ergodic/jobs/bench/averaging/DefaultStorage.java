package io.ergodic.jobs.bench.averaging;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Calls Hadoop's temporary folder on the disk of a cluster's driver by another scheme (a viewfs
 * mount) until it is closed. Dl4j-spark's Export refuses a cluster whose default file system is
 * {@code file}; where all processes run on one machine its disk is shared, and the fastest shared
 * file system Export could have. A local master, or a cluster with a file system of its own, is
 * left as it is.
 */
final class DefaultStorage implements AutoCloseable {
  private static final String KEY = "fs.defaultFS";
  private static final String LOCAL = "file:///";

  private final Configuration configuration;
  private final String before;

  DefaultStorage(JavaSparkContext spark) {
    this.configuration = spark.hadoopConfiguration();
    this.before = configuration.get(KEY, LOCAL);
    if (!spark.isLocal() && before.startsWith("file:")) {
      Path temporary = new Path(LOCAL, configuration.get("hadoop.tmp.dir"));
      String mount = "fs.viewfs.mounttable.machine.link." + temporary.toUri().getPath();
      configuration.set(mount, temporary.toUri().toString());
      configuration.set(KEY, "viewfs://machine/");
    }
  }

  @Override
  public void close() {
    configuration.set(KEY, before);
  }
}
