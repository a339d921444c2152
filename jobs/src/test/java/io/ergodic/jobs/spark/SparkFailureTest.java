package io.ergodic.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

class SparkFailureTest {
  @Test
  void takesTheInnermostCauseOfATask() {
    String text =
        "Job aborted due to stage failure: Task 1 in stage 0.0 failed 1 times, most recent failure:"
            + " Lost task 1.0 in stage 0.0 (TID 1) (127.0.0.1 executor driver):"
            + " java.io.UncheckedIOException: cannot write\n\tat x.Y.z(Y.java:1)\n"
            + "Caused by: java.io.IOException: No space left on device\n\tat a.B.c(B.java:2)\n"
            + "\nDriver stacktrace:";
    assertThat(SparkFailure.message(new RuntimeException(text)))
        .isEqualTo("java.io.IOException: No space left on device");
  }

  /** On a cluster all comes as text; here the exception itself comes with it. */
  @Test
  void tellsTheModelsFaultFromTheMachines() {
    assertThat(SparkFailure.ofMachine(job("java.lang.IllegalStateException: not today"))).isFalse();
    assertThat(SparkFailure.ofMachine(job("java.lang.OutOfMemoryError: Java heap space"))).isTrue();
    SparkException lost =
        job("ExecutorLostFailure (executor 1 exited caused by one of the running tasks)");
    assertThat(SparkFailure.ofMachine(lost)).isTrue();
    assertThat(SparkFailure.task(lost)).hasValue(3);
    assertThat(SparkFailure.task(new SparkException("aborted", lost))).hasValue(3);
    SparkException stopped =
        new SparkException("Job 0 cancelled because SparkContext was shut down");
    assertThat(SparkFailure.ofMachine(stopped)).isTrue();
    assertThat(SparkFailure.task(stopped)).isEmpty();
    SparkException mllib =
        new SparkException("Classifier found max label value = 9 but requires 3");
    assertThat(SparkFailure.ofMachine(mllib)).isFalse();
    SparkException here =
        new SparkException(job("x").getMessage(), new AssertionError("with all that runs here"));
    assertThat(SparkFailure.ofMachine(here)).isFalse();
    assertThat(SparkFailure.reason(here))
        .startsWith("java.lang.AssertionError: with all that runs here at io.ergodic.");
  }

  @Test
  void filesAreKnownByTheirExceptionsWhereverTheyWereThrown() {
    assertThat(SparkFailure.ofStorage(job("java.io.IOException: No space left on device")))
        .isTrue();
    assertThat(SparkFailure.ofStorage(job("java.lang.IllegalStateException: x"))).isFalse();
    assertThat(SparkFailure.ofStorage(new UncheckedIOException(new IOException("gone")))).isTrue();
  }

  private static SparkException job(String failure) {
    return new SparkException(
        "Job aborted due to stage failure: Task 3 in stage 0.0 failed 4 times, most recent failure:"
            + " Lost task 3.3 in stage 0.0 (TID 6) (127.0.0.1 executor 1): "
            + failure
            + "\n\tat x.Y.z(Y.java:1)\n\nDriver stacktrace:");
  }

  @Test
  void leavesOtherMessagesAsTheyAre() {
    Exception failure = new RuntimeException("outer", new IllegalStateException("inner"));
    assertThat(SparkFailure.message(failure)).isEqualTo("inner");
  }
}
