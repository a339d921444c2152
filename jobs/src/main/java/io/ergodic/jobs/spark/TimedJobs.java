package io.ergodic.jobs.spark;

import io.ergodic.models.training.Deadline;
import java.io.IOException;
import java.util.Timer;
import java.util.TimerTask;
import java.util.UUID;
import org.apache.spark.SparkContext;

/** Spark jobs of work that does not look at the clock itself, such as a fit of MLlib. */
public final class TimedJobs {
  private static final long EVERY_MS = 100;

  private TimedJobs() {}

  /** Work that runs Spark jobs on this thread. */
  @FunctionalInterface
  public interface Work<T> {
    T run() throws IOException;
  }

  /**
   * Runs work whose jobs are cancelled when its time is over.
   *
   * @throws io.ergodic.models.training.TrainingFailedException when it is
   */
  public static <T> T run(SparkContext spark, String description, Deadline deadline, Work<T> work)
      throws IOException {
    deadline.check("training");
    String group = "ergodic-" + UUID.randomUUID();
    Timer timer = new Timer("time limit", true);
    // Again and again: between two jobs there is none to be cancelled.
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            if (deadline.secondsLeft() == 0) {
              spark.cancelJobGroup(group);
            }
          }
        },
        EVERY_MS,
        EVERY_MS);
    // Interrupted, or a task would hold its core to its end: MLlib's look at no sign to stop.
    spark.setJobGroup(group, description, true);
    T result;
    try {
      result = work.run();
    } catch (Exception failure) {
      // In the place of what Spark says of a job that was cancelled.
      deadline.check("training");
      throw failure;
    } finally {
      timer.cancel();
      spark.clearJobGroup();
    }
    deadline.check("training");
    return result;
  }
}
