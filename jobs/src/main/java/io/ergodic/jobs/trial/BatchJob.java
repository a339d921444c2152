package io.ergodic.jobs.trial;

import io.ergodic.jobs.spark.SparkFailure;
import io.ergodic.jobs.suite.TrialSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import scala.collection.immutable.Range$;
import scala.runtime.BoxedUnit;

/** A Spark job that tells of each of its tasks as it ends. */
final class BatchJob {
  private final List<ArrayList<TrialSpec>> batches;
  private final Set<Integer> waiting = new ConcurrentSkipListSet<>();
  private final SimpleFutureAction<BoxedUnit> action;

  /**
   * A batch, and the records, as JSON, of those of its trials that have been run: the first ones.
   */
  record Ended(List<TrialSpec> batch, List<String> records) {
    List<TrialSpec> left() {
      return batch.subList(records.size(), batch.size());
    }
  }

  /**
   * What a job that has failed leaves undone.
   *
   * @param culprit the batch whose task has failed too often
   * @param others all trials of batches that were not at fault
   * @param failure why
   */
  record Lost(List<TrialSpec> culprit, List<TrialSpec> others, Throwable failure) {}

  /**
   * Submits a task for each batch, in order.
   *
   * @param ended where each is announced by Spark's own thread
   */
  BatchJob(
      JavaSparkContext spark,
      List<ArrayList<TrialSpec>> batches,
      BatchTask task,
      BlockingQueue<Ended> ended) {
    this.batches = batches;
    for (int index = 0; index < batches.size(); index++) {
      waiting.add(index);
    }
    this.action =
        spark
            .sc()
            .submitJob(
                spark.parallelize(batches, batches.size()).rdd(),
                task,
                Range$.MODULE$.apply(0, batches.size()),
                (index, records) -> {
                  waiting.remove((Integer) index);
                  ended.add(new Ended(batches.get((Integer) index), records));
                  return BoxedUnit.UNIT;
                },
                () -> BoxedUnit.UNIT);
  }

  boolean succeeded() {
    return action.isCompleted() && action.value().get().isSuccess();
  }

  boolean failed() {
    return action.isCompleted() && !succeeded();
  }

  /**
   * What is to be done again, now that the job has failed and all that had ended before has been
   * announced.
   *
   * @throws IOException when it was not one task that Spark gave up, or when the folder of results
   *     could not be written: the next trial would fare no better
   */
  Lost lost() throws IOException {
    Throwable failure = action.value().get().failed().get();
    OptionalInt culprit = SparkFailure.task(failure);
    if (culprit.isEmpty()
        || !waiting.contains(culprit.getAsInt())
        || SparkFailure.ofStorage(failure)) {
      throw new IOException(SparkFailure.message(failure), failure);
    }
    List<TrialSpec> others = new ArrayList<>();
    for (int index : waiting) {
      if (index != culprit.getAsInt()) {
        others.addAll(batches.get(index));
      }
    }
    return new Lost(batches.get(culprit.getAsInt()), others, failure);
  }

  /** Tasks at work now. */
  int running(JavaSparkContext spark) {
    int active = 0;
    var ids = action.jobIds();
    for (int i = 0; i < ids.size(); i++) {
      var info = spark.statusTracker().getJobInfo((Integer) ids.apply(i));
      for (int stage : info == null ? new int[0] : info.stageIds()) {
        var stageInfo = spark.statusTracker().getStageInfo(stage);
        active += stageInfo == null ? 0 : stageInfo.numActiveTasks();
      }
    }
    return active;
  }

  void cancel() {
    action.cancel();
  }
}
