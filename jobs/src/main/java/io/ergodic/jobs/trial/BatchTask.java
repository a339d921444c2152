package io.ergodic.jobs.trial;

import io.ergodic.evaluation.result.TrialJson;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.suite.TrialSpec;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import scala.runtime.AbstractFunction1;

/**
 * A Spark task: a batch of trials one after another. Each writes its own record the moment it ends,
 * so that neither a lost executor nor the death of the driver takes it along.
 */
final class BatchTask
    extends AbstractFunction1<scala.collection.Iterator<ArrayList<TrialSpec>>, ArrayList<String>>
    implements Serializable {
  private static final long serialVersionUID = 1;

  private final Broadcast<SerializableConfiguration> configuration;
  private final String output;
  private final int threads;
  private final Duration enough;
  private final boolean resumed;

  /**
   * @param output folder of the suite
   * @param threads processor cores a trial may use
   * @param enough time after which no other trial of the batch is begun
   * @param resumed whether some of the trials may have been run already
   */
  BatchTask(
      Broadcast<SerializableConfiguration> configuration,
      String output,
      int threads,
      Duration enough,
      boolean resumed) {
    this.configuration = configuration;
    this.output = output;
    this.threads = threads;
    this.enough = enough;
    this.resumed = resumed;
  }

  /** The same for trials of which some may have been run already. */
  BatchTask resumed() {
    return new BatchTask(configuration, output, threads, enough, true);
  }

  /** Runs the one batch of a partition: the records of the trials it got to, as JSON. */
  @Override
  public ArrayList<String> apply(scala.collection.Iterator<ArrayList<TrialSpec>> batches) {
    try {
      return run(batches.next());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure.getMessage(), failure);
    }
  }

  private ArrayList<String> run(List<TrialSpec> batch) throws IOException {
    Configuration hadoop = configuration.value().value();
    Path folder = new Path(output);
    TrialRunner runner = new TrialRunner(hadoop, folder, threads);
    TrialStore store = new TrialStore(folder, hadoop);
    long start = System.nanoTime();
    ArrayList<String> records = new ArrayList<>();
    Iterator<TrialSpec> trials = batch.iterator();
    while (trials.hasNext()
        && (records.isEmpty() || System.nanoTime() - start < enough.toNanos())) {
      records.add(TrialJson.toJson(record(trials.next(), runner, store)));
    }
    return records;
  }

  /** Runs a trial and writes its record, unless an error of the machine kept it from its end. */
  private TrialRecord record(TrialSpec trial, TrialRunner runner, TrialStore store)
      throws IOException {
    // An attempt before this one, on an executor that was lost, may have got that far.
    boolean another = resumed || TaskContext.get().attemptNumber() > 0;
    if (another && store.contains(trial.hash())) {
      return store.read(trial.hash());
    }
    TrialRecord record = runner.run(trial);
    if (record.unfinished()) {
      if (TaskContext.get().isInterrupted()) {
        throw new TaskKilledException("not needed any more");
      }
      runner.leaveOpen(record);
    } else {
      store.write(record);
    }
    return record;
  }
}
