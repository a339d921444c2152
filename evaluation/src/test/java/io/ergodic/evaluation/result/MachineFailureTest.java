package io.ergodic.evaluation.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures that have come from another process as text; those at hand: RecordBuilderTest. */
class MachineFailureTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.OutOfMemoryError: Java heap space",
        "java.lang.OutOfMemoryError",
        "java.io.FileNotFoundException: /data/x (Too many open files)",
        "java.lang.UnsatisfiedLinkError: no jnitorch",
        "java.lang.NoClassDefFoundError: Could not initialize class x.Y",
        "java.util.concurrent.TimeoutException: Futures timed out after [120 seconds]",
        "ExecutorLostFailure (executor 1 exited caused by one of the running tasks) Reason: gone",
        "java.lang.RuntimeException: CUDA out of memory. Tried to allocate 2 GiB",
        "java.lang.RuntimeException: std::bad_alloc",
        "interrupted"
      })
  void theMachines(String text) {
    assertThat(MachineFailure.named(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.IllegalStateException: not today",
        "java.lang.StackOverflowError",
        "java.lang.AssertionError: odd",
        "com.example.Oops: a class that is not known here",
        "java.lang.RuntimeException: CUDA error: device-side assert triggered"
      })
  void theModels(String text) {
    assertThat(MachineFailure.named(text)).isFalse();
  }
}
