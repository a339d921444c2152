package io.ergodic.jobs.transport.standing;

import io.ergodic.jobs.spark.BackgroundJob;
import io.ergodic.jobs.transport.BlockExchange;
import io.ergodic.jobs.transport.PlacedTask;
import io.ergodic.jobs.transport.SharedValue;
import io.ergodic.jobs.transport.TransportSession;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.resource.ResourceProfile;
import org.apache.spark.rpc.RpcEnv;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.TaskSchedulerImpl;

/**
 * A pool of runners, the standing tasks of one Spark job, that run batches of remote tasks. A
 * remote task costs one message each way.
 *
 * <p>The pool does for remote tasks what Spark does for its own: it retries a failed task up to
 * {@code spark.task.maxFailures} times; it reassigns the tasks of a lost executor at once, while
 * Spark starts another runner; with {@code spark.speculation} it runs a second copy of a slow task
 * on another executor. The number of runners is at most the size asked for and may be smaller, so
 * that executors may come and go.
 *
 * <p>A pool that is idle for a second ends its Spark job, because the runners hold cores that other
 * jobs of the application need, and starts a new job with the next batch.
 */
final class TaskPool implements TransportSession {
  private static final long POLL_MS = 100;
  private static final long STOP_TIMEOUT_MS = 500;
  private static final long IDLE_TIMEOUT_MS = 1_000;

  private final JavaSparkContext spark;
  private final String name = "ergodic-task-pool-" + UUID.randomUUID();
  private final int size;
  private final Optional<ResourceProfile> profile;
  private final TaskScheduler scheduler;
  private final SchedulerEndpoint endpoint;
  private final SparkListener taskEndListener;
  private final Timer timer = new Timer("task-pool", true);
  private JavaFutureAction<List<Object>> job;
  private boolean busy;
  private long idleSince = System.nanoTime();
  private long completedBefore;

  /**
   * Makes a pool, which starts its job with its first batch.
   *
   * @param size largest number of remote tasks that run at the same time
   * @param profile of the executors; empty for Spark's default
   */
  TaskPool(JavaSparkContext spark, int size, Optional<ResourceProfile> profile) {
    this.spark = spark;
    this.size = size;
    this.profile = profile;
    SparkConf conf = spark.getConf();
    int maxFailures = ((TaskSchedulerImpl) spark.sc().taskScheduler()).maxTaskFailures();
    this.scheduler = new TaskScheduler(SchedulerSettings.read(conf, maxFailures));
    RpcEnv rpcEnv = SparkEnv.get().rpcEnv();
    this.endpoint = new SchedulerEndpoint(rpcEnv, scheduler);
    this.taskEndListener = endpoint.taskEndListener();
    rpcEnv.setupEndpoint(name, endpoint);
    spark.sc().addSparkListener(taskEndListener);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            stopRunnersWhenIdle();
          }
        },
        IDLE_TIMEOUT_MS,
        IDLE_TIMEOUT_MS / 4);
  }

  /** Number of runners at the moment. */
  @Override
  public int parallelism() {
    synchronized (scheduler) {
      return scheduler.runnerCount();
    }
  }

  /** Whether an executor has runners at the moment; one without any has lost its blocks. */
  @Override
  public boolean hasBlocks(String executor) {
    synchronized (scheduler) {
      return scheduler.hasExecutor(executor);
    }
  }

  @Override
  public <T extends Serializable> SharedValue<T> share(T value) {
    return new InlineValue<>(value);
  }

  @Override
  public Optional<BlockExchange> blocks() {
    return Optional.of(new StandingBlocks());
  }

  @Override
  public <R> List<R> run(List<PlacedTask<R>> tasks) throws IOException {
    synchronized (scheduler) {
      busy = true;
      endpoint.open();
      scheduler.submit(tasks, System.nanoTime());
    }
    try {
      endpoint.dispatch();
      while (!awaitDone()) {
        startJob();
        endpoint.dispatch();
      }
    } finally {
      synchronized (scheduler) {
        busy = false;
        idleSince = System.nanoTime();
      }
    }
    List<TaskRequest> requests;
    synchronized (scheduler) {
      requests = scheduler.takeResults();
    }
    List<R> results = new ArrayList<>();
    for (TaskRequest request : requests) {
      results.add(result(request));
    }
    return results;
  }

  @SuppressWarnings("unchecked")
  private static <R> R result(TaskRequest request) {
    boolean local = TaskSerializer.isLocal(request.executor());
    return (R) TaskSerializer.deserialize(request.result(), local);
  }

  /** Waits for the end of the batch, at most {@link #POLL_MS}; returns whether it has ended. */
  private boolean awaitDone() throws IOException {
    synchronized (scheduler) {
      if (job != null && !scheduler.done() && scheduler.failure() == null) {
        try {
          scheduler.wait(POLL_MS);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          throw new IOException("interrupted", interrupted);
        }
      }
      if (scheduler.failure() != null) {
        throw new IOException(scheduler.failure());
      }
      return scheduler.done();
    }
  }

  /**
   * Starts the job when none runs. When Spark has failed the job, this starts another one, because
   * a long training loses executors more often than {@code spark.task.maxFailures}; but it throws
   * when no task was completed since the last start, because the next job would fail as well.
   */
  private void startJob() throws IOException {
    if (job != null && !job.isDone()) {
      return;
    }
    long completed;
    synchronized (scheduler) {
      completed = scheduler.completed();
    }
    if (job != null && completed == completedBefore) {
      BackgroundJob.ends(job, 0);
    }
    completedBefore = completed;
    JavaRDD<Object> runners = new TaskRunnerRdd(spark, name, size).toJava();
    profile.ifPresent(runners::withResources);
    job = runners.collectAsync();
  }

  private void stopRunnersWhenIdle() {
    synchronized (scheduler) {
      long idle = System.nanoTime() - idleSince;
      if (!busy && idle > TimeUnit.MILLISECONDS.toNanos(IDLE_TIMEOUT_MS)) {
        endpoint.close();
      }
    }
  }

  /** Stops all runners. Spark kills those that do not stop within {@link #STOP_TIMEOUT_MS}. */
  @Override
  public void close() {
    timer.cancel();
    endpoint.close();
    if (job != null) {
      try {
        if (!BackgroundJob.ends(job, STOP_TIMEOUT_MS)) {
          job.cancel(true);
        }
      } catch (IOException ended) {
        // run() has thrown this failure already, or every task was completed without the job.
      }
    }
    spark.sc().removeSparkListener(taskEndListener);
    endpoint.rpcEnv().stop(endpoint.self());
  }
}
