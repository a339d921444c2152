package io.ergodic.jobs.transport.job;

import io.ergodic.jobs.spark.SparkFailure;
import io.ergodic.jobs.transport.BlockExchange;
import io.ergodic.jobs.transport.PlacedTask;
import io.ergodic.jobs.transport.RemoteTask;
import io.ergodic.jobs.transport.SharedValue;
import io.ergodic.jobs.transport.TransportSession;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.resource.ResourceProfile;

/**
 * Runs each batch as one Spark job with one partition per remote task. Spark retries and
 * speculates. Executors keep no blocks, and the public API cannot place a partition on an executor,
 * so a task's preferred executor is ignored.
 */
final class JobSession implements TransportSession {
  private final JavaSparkContext spark;
  private final int size;
  private final Optional<ResourceProfile> profile;
  private Broadcast<?> shared;

  JobSession(JavaSparkContext spark, int size, Optional<ResourceProfile> profile) {
    this.spark = spark;
    this.size = size;
    this.profile = profile;
  }

  @Override
  public <R> List<R> run(List<PlacedTask<R>> tasks) throws IOException {
    if (tasks.isEmpty()) {
      return List.of();
    }
    List<byte[]> serialized = new ArrayList<>();
    for (PlacedTask<R> task : tasks) {
      serialized.add(ObjectBytes.write(task.task()));
    }
    List<R> results = new ArrayList<>();
    for (byte[] result : collect(serialized)) {
      results.add(read(result));
    }
    return results;
  }

  private List<byte[]> collect(List<byte[]> tasks) throws IOException {
    JavaRDD<byte[]> input = spark.parallelize(tasks, tasks.size());
    JavaRDD<byte[]> output = input.map(JobSession::runTask);
    profile.ifPresent(output::withResources);
    JavaFutureAction<List<byte[]>> job = output.collectAsync();
    try {
      return job.get();
    } catch (InterruptedException interrupted) {
      job.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    } catch (ExecutionException failure) {
      throw failed(failure.getCause());
    }
  }

  /** With the exception of the task as message, also when Spark gives it as text only. */
  private static IOException failed(Throwable failure) {
    Throwable innermost = SparkFailure.innermost(failure);
    boolean text = innermost instanceof SparkException;
    IOException failed =
        new IOException(text ? SparkFailure.message(failure) : innermost.toString());
    failed.addSuppressed(failure);
    return failed;
  }

  /** Runs on the executor. */
  private static byte[] runTask(byte[] task) throws Exception {
    return ObjectBytes.write(((RemoteTask<?>) ObjectBytes.read(task)).run());
  }

  @SuppressWarnings("unchecked")
  private static <R> R read(byte[] result) throws IOException {
    try {
      return (R) ObjectBytes.read(result);
    } catch (ClassNotFoundException unknown) {
      throw new IOException("the driver does not know a class of a result", unknown);
    }
  }

  @Override
  public <T extends Serializable> SharedValue<T> share(T value) {
    destroyShared();
    Broadcast<T> broadcast = spark.broadcast(value);
    shared = broadcast;
    return new BroadcastValue<>(broadcast);
  }

  @Override
  public int parallelism() {
    return Math.max(1, Math.min(size, spark.defaultParallelism()));
  }

  @Override
  public Optional<BlockExchange> blocks() {
    return Optional.empty();
  }

  @Override
  public boolean hasBlocks(String executor) {
    return false;
  }

  private void destroyShared() {
    if (shared != null) {
      shared.destroy();
      shared = null;
    }
  }

  @Override
  public void close() {
    destroyShared();
  }
}
