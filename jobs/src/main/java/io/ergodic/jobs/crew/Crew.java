package io.ergodic.jobs.crew;

import io.ergodic.jobs.spark.BackgroundJob;
import java.io.IOException;
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
 * Tasks of one Spark job that stay, on as many executors as there are, and do what the driver gives
 * them, batch after batch. An errand costs a message each way.
 *
 * <p>What Spark does for tasks is done for errands: one that fails is tried again, up to {@code
 * spark.task.maxFailures} times; those of an executor that is lost go to others at once, while
 * Spark starts another task in its place; with {@code spark.speculation} slow ones are given to a
 * second executor. There are never more members than asked for, and fewer do as well, so that
 * executors may come and go.
 *
 * <p>A crew with nothing to do for a second goes home, because it is in the way of other jobs of
 * the application, and is hired again with the next batch.
 */
public final class Crew implements AutoCloseable {
  private static final long TICK = 100;
  private static final long FAREWELL = 500;
  private static final long REST = 1_000;

  private final JavaSparkContext spark;
  private final String name = "ergodic-crew-" + UUID.randomUUID();
  private final int members;
  private final Optional<ResourceProfile> profile;
  private final Board board;
  private final Desk desk;
  private final SparkListener departures;
  private final Timer timer = new Timer("crew", true);
  private JavaFutureAction<List<Object>> job;
  private boolean busy;
  private long idleSince = System.nanoTime();
  private long finishedBefore;

  /**
   * A crew that is hired with its first batch.
   *
   * @param members most errands done at the same time
   * @param profile of the executors; empty for Spark's default
   */
  public Crew(JavaSparkContext spark, int members, Optional<ResourceProfile> profile) {
    this.spark = spark;
    this.members = members;
    this.profile = profile;
    SparkConf conf = spark.getConf();
    int attempts = ((TaskSchedulerImpl) spark.sc().taskScheduler()).maxTaskFailures();
    this.board = new Board(Patience.of(conf, attempts));
    RpcEnv network = SparkEnv.get().rpcEnv();
    this.desk = new Desk(network, board);
    this.departures = desk.departures();
    network.setupEndpoint(name, desk);
    spark.sc().addSparkListener(departures);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            rest();
          }
        },
        REST,
        REST / 4);
  }

  /** Members there are at the moment. */
  public int size() {
    synchronized (board) {
      return board.size();
    }
  }

  /** Whether an executor has members at the moment; one that is gone keeps nothing any more. */
  public boolean has(String executor) {
    synchronized (board) {
      return board.has(executor);
    }
  }

  /**
   * Has all of a batch done, and gives the results in its order, whatever ends first.
   *
   * @throws IOException when an errand has failed too often, Spark has given the tasks up, or the
   *     thread was interrupted
   */
  public <R> List<R> run(List<Errand<R>> errands) throws IOException {
    synchronized (board) {
      busy = true;
      desk.open();
      board.begin(errands, System.nanoTime());
    }
    try {
      desk.assign();
      while (!over()) {
        hire();
        desk.assign();
      }
    } finally {
      synchronized (board) {
        busy = false;
        idleSince = System.nanoTime();
      }
    }
    List<Call> calls;
    synchronized (board) {
      calls = board.results();
    }
    List<R> results = new ArrayList<>();
    for (Call call : calls) {
      results.add(result(call));
    }
    return results;
  }

  @SuppressWarnings("unchecked")
  private static <R> R result(Call call) {
    return (R) Freight.unpack(call.result(), Freight.local(call.executor()));
  }

  /** Waits a little, and says whether the batch is done. */
  private boolean over() throws IOException {
    synchronized (board) {
      if (job != null && !board.done() && board.failure() == null) {
        try {
          board.wait(TICK);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          throw new IOException("interrupted", interrupted);
        }
      }
      if (board.failure() != null) {
        throw new IOException(board.failure());
      }
      return board.done();
    }
  }

  /**
   * Starts the job, and again when Spark has given it up: in a long training executors are lost
   * more often than a task may fail. If nothing was done since it started, it would not be the next
   * time.
   */
  private void hire() throws IOException {
    if (job != null && !job.isDone()) {
      return;
    }
    long finished;
    synchronized (board) {
      finished = board.finished();
    }
    if (job != null && finished == finishedBefore) {
      BackgroundJob.ends(job, 0);
    }
    finishedBefore = finished;
    JavaRDD<Object> tasks = new StandingTasks(spark, name, members).toJava();
    profile.ifPresent(tasks::withResources);
    job = tasks.collectAsync();
  }

  private void rest() {
    synchronized (board) {
      if (!busy && System.nanoTime() - idleSince > TimeUnit.MILLISECONDS.toNanos(REST)) {
        desk.close();
      }
    }
  }

  /** Sends everybody home. Whoever does not hear it is stopped by Spark. */
  @Override
  public void close() {
    timer.cancel();
    desk.close();
    if (job != null) {
      try {
        if (!BackgroundJob.ends(job, FAREWELL)) {
          job.cancel(true);
        }
      } catch (IOException ended) {
        // It had failed before, which was said then, or all was done without it.
      }
    }
    spark.sc().removeSparkListener(departures);
    desk.rpcEnv().stop(desk.self());
  }
}
