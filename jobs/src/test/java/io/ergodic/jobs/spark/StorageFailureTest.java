package io.ergodic.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import java.io.IOException;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;

class StorageFailureTest {
  private static final Path FOLDER = new Path("/results/out");

  @Test
  void aFullDiskIsNamed() {
    // FSError's constructors are not public.
    for (Throwable full : new Throwable[] {new IOException("No space left on device"), error()}) {
      assertThatThrownBy(() -> StorageFailure.located(FOLDER, () -> fail(full)))
          .isInstanceOf(IOException.class)
          .hasMessage("/results/out: No space left on device")
          .satisfies(
              failure ->
                  assertThat(SparkFailure.message(new RuntimeException(failure)))
                      .isEqualTo("/results/out: No space left on device"));
    }
  }

  @Test
  void mistakesOfTheUserPassThrough() {
    InvalidInputException mistake = new InvalidInputException("name: required, but not set");
    assertThatThrownBy(() -> StorageFailure.located(FOLDER, () -> fail(mistake))).isSameAs(mistake);
  }

  private static Object fail(Throwable failure) throws IOException {
    if (failure instanceof IOException io) {
      throw io;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  private static Error error() {
    try {
      var constructor = FSError.class.getDeclaredConstructor(Throwable.class);
      constructor.setAccessible(true);
      return constructor.newInstance(new IOException("No space left on device"));
    } catch (ReflectiveOperationException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
