package io.ergodic.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void leavesOtherMessagesAsTheyAre() {
    Exception failure = new RuntimeException("outer", new IllegalStateException("inner"));
    assertThat(SparkFailure.message(failure)).isEqualTo("inner");
  }
}
