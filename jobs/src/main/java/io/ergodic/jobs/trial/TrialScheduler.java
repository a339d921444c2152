package io.ergodic.jobs.trial;

import io.ergodic.evaluation.result.TrialJson;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.spark.SharedConfiguration;
import io.ergodic.jobs.spark.SparkFailure;
import io.ergodic.jobs.suite.TrialSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Runs trials side by side, started in the order given, tiny ones many to a Spark task. How they
 * are grouped changes nothing of what comes out. Results of tasks announce the trials that have
 * ended; what a task has handed back goes into a job of its own, and so does what was under way
 * beside a task that Spark gave up.
 */
public final class TrialScheduler {
  private static final long PATIENCE_MILLISECONDS = 300;
  private static final Duration ENOUGH = Duration.ofSeconds(1);

  private final JavaSparkContext spark;
  private final BatchTask task;
  private final TrialStore store;
  private final BlockingQueue<BatchJob.Ended> ended = new LinkedBlockingQueue<>();
  private final StartedTasks starts = new StartedTasks();
  private final List<BatchJob> jobs = new ArrayList<>();
  private final List<List<ArrayList<TrialSpec>>> submitted = new ArrayList<>();
  private final Set<String> started = new HashSet<>();

  public TrialScheduler(JavaSparkContext spark, Path output) throws IOException {
    this(spark, output, ENOUGH);
  }

  /**
   * @param enough time after which a task hands back what is left of its batch
   */
  TrialScheduler(JavaSparkContext spark, Path output, Duration enough) throws IOException {
    this.spark = spark;
    this.store = new TrialStore(output, spark.hadoopConfiguration());
    this.task =
        new BatchTask(
            SharedConfiguration.of(spark),
            output.toString(),
            spark.getConf().getInt("spark.task.cpus", 1),
            enough,
            false);
  }

  /**
   * Runs all trials; each writes its own record the moment it ends. Those that meet an error of the
   * machine are tried again, see {@link Retries}.
   *
   * @param multiplyAdds of a trial's training, by which tiny ones are told
   */
  public void run(
      List<TrialSpec> trials, ToDoubleFunction<TrialSpec> multiplyAdds, Progress progress)
      throws IOException {
    if (trials.isEmpty()) {
      return;
    }
    spark.setJobDescription(trials.size() + " trials");
    spark.sc().addSparkListener(starts);
    int cores = spark.defaultParallelism();
    Retries retries = new Retries(store, progress);
    try {
      submit(TrialBatches.of(trials, multiplyAdds, cores), task);
      int left = trials.size();
      while (left > retries.size()) {
        left -= next(multiplyAdds, cores, progress, retries);
      }
      retries.run(spec -> alone(spec, progress));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    } finally {
      // Nothing is left to be cancelled unless this run has failed.
      jobs.forEach(BatchJob::cancel);
      jobs.clear();
      spark.sc().removeSparkListener(starts);
      StartedTasks.end(spark);
    }
  }

  private BatchJob submit(List<ArrayList<TrialSpec>> batches, BatchTask how) {
    StartedTasks.number(spark, submitted.size());
    submitted.add(batches);
    BatchJob job = new BatchJob(spark, batches, how, ended);
    jobs.add(job);
    return job;
  }

  /** Waits a while for tasks to end; how many trials have come to their end. */
  private int next(
      ToDoubleFunction<TrialSpec> multiplyAdds, int cores, Progress progress, Retries retries)
      throws IOException, InterruptedException {
    // Before the queue is looked at: a job announces all its tasks before it is done.
    jobs.removeIf(BatchJob::succeeded);
    List<BatchJob> broken = jobs.stream().filter(BatchJob::failed).toList();
    List<BatchJob.Ended> batches = new ArrayList<>();
    BatchJob.Ended first =
        ended.poll(broken.isEmpty() ? PATIENCE_MILLISECONDS : 0, TimeUnit.MILLISECONDS);
    if (first != null) {
      batches.add(first);
      ended.drainTo(batches);
    }
    announceStarts(progress);
    int count = 0;
    List<TrialSpec> back = new ArrayList<>();
    for (BatchJob.Ended batch : batches) {
      back.addAll(batch.left());
      for (int i = 0; i < batch.records().size(); i++) {
        TrialRecord record = TrialJson.fromJson(batch.records().get(i), "the result of a task");
        count += settle(batch.batch().get(i), record, progress, retries);
      }
    }
    if (!back.isEmpty()) {
      submit(TrialBatches.of(back, multiplyAdds, cores), task);
    }
    for (BatchJob job : broken) {
      jobs.remove(job);
      List<TrialSpec> again = new ArrayList<>();
      count += repair(job.lost(), again, progress, retries);
      if (!again.isEmpty()) {
        // What ran beside it may still be running, and get there first.
        submit(TrialBatches.of(again, multiplyAdds, cores), task.resumed());
      }
    }
    progress.running(jobs.stream().mapToInt(job -> job.running(spark)).sum());
    return count;
  }

  private void announceStarts(Progress progress) {
    for (StartedTasks.Start start = starts.next(); start != null; start = starts.next()) {
      submitted.get(start.job()).get(start.task()).forEach(spec -> announce(spec, progress));
    }
  }

  private void announce(TrialSpec spec, Progress progress) {
    if (started.add(spec.hash())) {
      progress.started(spec);
    }
  }

  private int settle(TrialSpec spec, TrialRecord record, Progress progress, Retries retries) {
    // Spark tells of starts by another way, which may be the slower one.
    announce(spec, progress);
    if (record.unfinished()) {
      started.remove(spec.hash());
      retries.add(spec, record);
      return 0;
    }
    progress.finished(record);
    return 1;
  }

  /**
   * Finds the trial that took its task along, each time it was tried: the first of the batch
   * without a record.
   *
   * @param again receives all others that are not done
   */
  private int repair(BatchJob.Lost lost, List<TrialSpec> again, Progress progress, Retries retries)
      throws IOException {
    int count = 0;
    boolean found = false;
    for (TrialSpec spec : lost.culprit()) {
      if (!found && store.contains(spec.hash())) {
        count += settle(spec, store.read(spec.hash()), progress, retries);
      } else if (!found) {
        found = true;
        count += settle(spec, taken(spec, lost.failure()), progress, retries);
      } else {
        again.add(spec);
      }
    }
    again.addAll(lost.others());
    return count;
  }

  /** The record of a trial whose task was given up; written when it was its own fault. */
  private TrialRecord taken(TrialSpec spec, Throwable failure) throws IOException {
    boolean machine = SparkFailure.ofMachine(failure);
    TrialRecord record = new RecordBuilder(spec).failed(SparkFailure.reason(failure), machine);
    if (!machine) {
      store.write(record);
    }
    return record;
  }

  /** One more attempt at a trial, with no other beside it. */
  private TrialRecord alone(TrialSpec spec, Progress progress)
      throws IOException, InterruptedException {
    BatchJob job = submit(List.of(new ArrayList<>(List.of(spec))), task);
    try {
      while (true) {
        boolean broken = job.failed();
        BatchJob.Ended end = ended.poll(broken ? 0 : PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS);
        announceStarts(progress);
        if (end != null) {
          announce(spec, progress);
          return TrialJson.fromJson(end.records().get(0), "the result of a task");
        }
        if (broken) {
          announce(spec, progress);
          return taken(spec, job.lost().failure());
        }
        progress.running(job.running(spark));
      }
    } finally {
      jobs.remove(job);
      started.remove(spec.hash());
    }
  }
}
