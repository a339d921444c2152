package io.ergodic.jobs.trial;

import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.spark.BackgroundJob;
import io.ergodic.jobs.suite.TrialSpec;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.SerializableConfiguration;

/** Runs trials side by side: one Spark job, one task a trial, started in the order given. */
public final class TrialScheduler {
  private static final long POLL_MILLISECONDS = 300;

  private final JavaSparkContext spark;
  private final Path output;
  private final TrialStore store;

  public TrialScheduler(JavaSparkContext spark, Path output) throws IOException {
    this.spark = spark;
    this.output = output;
    this.store = new TrialStore(output, spark.hadoopConfiguration());
  }

  /** Runs all trials; each writes its own record the moment it ends. */
  public void run(List<TrialSpec> trials, Progress progress) throws IOException {
    if (trials.isEmpty()) {
      return;
    }
    Set<String> hashes = new TreeSet<>();
    trials.forEach(trial -> hashes.add(trial.hash()));
    spark.setJobDescription(trials.size() + " trials");
    JavaFutureAction<List<String>> job = submit(trials);
    Set<String> seen = new TreeSet<>();
    boolean done = false;
    while (!done) {
      done = BackgroundJob.ends(job, POLL_MILLISECONDS);
      report(hashes, seen, done ? 0 : running(job), progress);
    }
  }

  private JavaFutureAction<List<String>> submit(List<TrialSpec> trials) {
    SerializableConfiguration configuration =
        new SerializableConfiguration(spark.hadoopConfiguration());
    int threads = spark.getConf().getInt("spark.task.cpus", 1);
    String folder = output.toString();
    return spark
        .parallelize(trials, trials.size())
        .map(
            trial -> {
              Path output = new Path(folder);
              TrialRecord record =
                  new TrialRunner(configuration.value(), output, threads).run(trial);
              new TrialStore(output, configuration.value()).write(record);
              return record.trial();
            })
        .collectAsync();
  }

  private int running(JavaFutureAction<List<String>> job) {
    int active = 0;
    for (int id : job.jobIds()) {
      var info = spark.statusTracker().getJobInfo(id);
      for (int stage : info == null ? new int[0] : info.stageIds()) {
        var stageInfo = spark.statusTracker().getStageInfo(stage);
        active += stageInfo == null ? 0 : stageInfo.numActiveTasks();
      }
    }
    return active;
  }

  private void report(Set<String> hashes, Set<String> seen, int running, Progress progress)
      throws IOException {
    for (String hash : store.finished()) {
      if (hashes.contains(hash) && seen.add(hash)) {
        progress.finished(store.read(hash));
      }
    }
    progress.running(running);
  }
}
