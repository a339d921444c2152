package io.ergodic.jobs.result;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputLockTest {
  @TempDir Path folder;

  @Test
  void oneRunAtATime() throws IOException {
    OutputFolder output = new OutputFolder(folder.toString(), new Configuration());
    try (OutputLock lock = OutputLock.take(output)) {
      assertThatThrownBy(() -> OutputLock.take(output))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("--out")
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
    OutputLock.take(output).close();
    // What a run leaves that was ended before it wrote anything else.
    assertThatCode(() -> output.claim("small")).doesNotThrowAnyException();
  }
}
