package io.ergodic.jobs.trial;

import io.ergodic.jobs.spark.SparkFailure;
import io.ergodic.jobs.suite.TrialSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import scala.collection.immutable.Range$;
import scala.runtime.BoxedUnit;

/** A Spark job that tells of each of its tasks as it ends. */
final class BatchJob {
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
   * Submits a task for each batch, in order.
   *
   * @param ended where each is announced by Spark's own thread
   */
  BatchJob(
      JavaSparkContext spark,
      List<ArrayList<TrialSpec>> batches,
      BatchTask task,
      BlockingQueue<Ended> ended) {
    this.action =
        spark
            .sc()
            .submitJob(
                spark.parallelize(batches, batches.size()).rdd(),
                task,
                Range$.MODULE$.apply(0, batches.size()),
                (index, records) -> {
                  ended.add(new Ended(batches.get((Integer) index), records));
                  return BoxedUnit.UNIT;
                },
                () -> BoxedUnit.UNIT);
  }

  boolean succeeded() {
    return action.isCompleted() && action.value().get().isSuccess();
  }

  /**
   * Does nothing unless the job has failed.
   *
   * @throws IOException saying why it has
   */
  void check() throws IOException {
    if (action.isCompleted() && !succeeded()) {
      Throwable failure = action.value().get().failed().get();
      throw new IOException(SparkFailure.message(failure), failure);
    }
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
