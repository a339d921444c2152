package io.ergodic.jobs.spark;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.JavaFutureAction;

/** Waiting for a Spark job beside which the driver has something to say. */
public final class BackgroundJob {
  private BackgroundJob() {}

  /**
   * Waits for the end of a job, at most for a while.
   *
   * @return whether it has ended
   * @throws IOException when the job has failed, or the wait was interrupted, which cancels it
   */
  public static boolean ends(JavaFutureAction<?> job, long milliseconds) throws IOException {
    try {
      job.get(milliseconds, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException stillRunning) {
      return false;
    } catch (InterruptedException interrupted) {
      job.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    } catch (ExecutionException failure) {
      throw new IOException(SparkFailure.message(failure.getCause()), failure);
    }
  }
}
