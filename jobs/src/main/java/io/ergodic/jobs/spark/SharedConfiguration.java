package io.ergodic.jobs.spark;

import java.util.Map;
import java.util.WeakHashMap;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Hadoop's settings, sent to each executor once for all jobs of a session. They are some thousand
 * entries: written into a task's closure, they take longer than a small trial.
 */
public final class SharedConfiguration {
  private static final Map<SparkContext, Broadcast<SerializableConfiguration>> SENT =
      new WeakHashMap<>();

  private SharedConfiguration() {}

  /** The session's settings, as they were when they were first asked for. */
  public static Broadcast<SerializableConfiguration> of(JavaSparkContext spark) {
    synchronized (SENT) {
      return SENT.computeIfAbsent(
          spark.sc(),
          one -> spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration())));
    }
  }
}
