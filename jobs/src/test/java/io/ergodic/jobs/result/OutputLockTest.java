package io.ergodic.jobs.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.jobs.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputLockTest {
  @TempDir Path folder;

  @Test
  void oneRunAtATime() throws IOException {
    try (OutputLock lock = take()) {
      assertThatThrownBy(this::take)
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("--out")
          .hasMessageContaining(System.getProperty("user.name") + " on ")
          .hasMessageContaining("process " + ProcessHandle.current().pid() + ", since 2")
          .hasMessageContaining("wait for its end, or choose another folder");
      assertThatCode(lock::check).doesNotThrowAnyException();
    }
    take().close();
    // What a run leaves that was ended before it wrote anything else.
    OutputFolder output = new OutputFolder(folder.toString(), new Configuration());
    assertThatCode(() -> output.claim("small")).doesNotThrowAnyException();
  }

  /** Closing a second handle of a file would give the first one's lock away. */
  @Test
  void aRefusalInThisProcessLeavesTheLockAsItIsForOthers() throws Exception {
    try (OutputLock lock = take()) {
      assertThatThrownBy(this::take).isInstanceOf(InvalidInputException.class);
      Process other = ChildJvm.start(Taker.class, folder.toString());
      assertThat(ChildJvm.line(other)).contains("process " + ProcessHandle.current().pid());
      assertThat(other.waitFor()).isEqualTo(Taker.REFUSED);
    }
  }

  @Test
  void aKilledHoldersFolderIsFree() throws Exception {
    Process holder = ChildJvm.start(Taker.class, folder.toString());
    assertThat(ChildJvm.line(holder)).isEqualTo("taken");
    assertThatThrownBy(this::take)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("process " + holder.pid() + ", since 2");
    holder.destroyForcibly().waitFor();
    assertThat(Files.readString(folder.resolve(".lock"))).contains(String.valueOf(holder.pid()));
    take().close();
  }

  private OutputLock take() throws IOException {
    return OutputLock.take(
        new org.apache.hadoop.fs.Path(folder.toUri()), new Configuration(), waiting -> {});
  }

  /** Takes the folder given and holds it until it is killed. */
  static final class Taker {
    static final int REFUSED = 3;

    private Taker() {}

    public static void main(String[] arguments) throws Exception {
      var folder = new org.apache.hadoop.fs.Path(Path.of(arguments[0]).toUri());
      try (OutputLock lock = OutputLock.take(folder, new Configuration(), waiting -> {})) {
        System.out.println("taken");
        Thread.sleep(Long.MAX_VALUE);
      } catch (InvalidInputException refused) {
        System.out.println(refused.getMessage());
        System.exit(REFUSED);
      }
    }
  }
}
