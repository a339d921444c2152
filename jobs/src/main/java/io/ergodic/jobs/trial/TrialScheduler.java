package io.ergodic.jobs.trial;

import io.ergodic.evaluation.result.TrialJson;
import io.ergodic.jobs.spark.SharedConfiguration;
import io.ergodic.jobs.suite.TrialSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Runs trials side by side, started in the order given, tiny ones many to a Spark task. How they
 * are grouped changes nothing of what comes out. Results of tasks announce the trials that have
 * ended; what a task has handed back goes into a job of its own.
 */
public final class TrialScheduler {
  private static final long PATIENCE_MILLISECONDS = 300;
  private static final Duration ENOUGH = Duration.ofSeconds(1);

  private final JavaSparkContext spark;
  private final BatchTask task;
  private final BlockingQueue<BatchJob.Ended> ended = new LinkedBlockingQueue<>();
  private final List<BatchJob> jobs = new ArrayList<>();

  public TrialScheduler(JavaSparkContext spark, Path output) {
    this(spark, output, ENOUGH);
  }

  /**
   * @param enough time after which a task hands back what is left of its batch
   */
  TrialScheduler(JavaSparkContext spark, Path output, Duration enough) {
    this.spark = spark;
    this.task =
        new BatchTask(
            SharedConfiguration.of(spark),
            output.toString(),
            spark.getConf().getInt("spark.task.cpus", 1),
            enough);
  }

  /**
   * Runs all trials; each writes its own record the moment it ends.
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
    int cores = spark.defaultParallelism();
    try {
      submit(TrialBatches.of(trials, multiplyAdds, cores));
      int left = trials.size();
      while (left > 0) {
        left -= next(multiplyAdds, cores, progress);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    } finally {
      // Nothing is left to be cancelled unless this run has failed.
      jobs.forEach(BatchJob::cancel);
      jobs.clear();
    }
  }

  private void submit(List<ArrayList<TrialSpec>> batches) {
    jobs.add(new BatchJob(spark, batches, task, ended));
  }

  /** Waits a while for tasks to end; how many trials have. */
  private int next(ToDoubleFunction<TrialSpec> multiplyAdds, int cores, Progress progress)
      throws IOException, InterruptedException {
    List<BatchJob.Ended> batches = new ArrayList<>();
    // Before the queue is looked at: a job announces all its tasks before it is done.
    jobs.removeIf(BatchJob::succeeded);
    BatchJob.Ended first = ended.poll(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS);
    if (first == null) {
      for (BatchJob job : jobs) {
        job.check();
      }
    } else {
      batches.add(first);
      ended.drainTo(batches);
    }
    int count = 0;
    List<TrialSpec> back = new ArrayList<>();
    for (BatchJob.Ended batch : batches) {
      back.addAll(batch.left());
      for (String record : batch.records()) {
        progress.finished(TrialJson.fromJson(record, "the result of a task"));
        count++;
      }
    }
    if (!back.isEmpty()) {
      submit(TrialBatches.of(back, multiplyAdds, cores));
    }
    progress.running(jobs.stream().mapToInt(job -> job.running(spark)).sum());
    return count;
  }
}
