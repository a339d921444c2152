package io.ergodic.jobs.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.jobs.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {
  @TempDir Path parent;

  @Test
  void onlyItsOwnerSeesIntoItAndItGoes() throws IOException {
    Path path;
    try (TemporaryFolder folder = TemporaryFolder.create(parent, "some-")) {
      path = folder.path();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rwx------");
      Files.createDirectories(path.resolve("a/b"));
      Files.writeString(path.resolve("a/b/c"), "text");
      // Another one sees that this one is in use, and has another name.
      TemporaryFolder.create(parent, "some-").close();
      assertThat(path.resolve("a/b/c")).exists();
    }
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void itGoesWithItsProcess() throws Exception {
    Process process = ChildJvm.start(Maker.class, parent.toString(), "end");
    assertThat(ChildJvm.line(process)).startsWith(parent.toString());
    assertThat(process.waitFor()).isZero();
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void whatAKilledProcessLeavesTheNextOneDeletes() throws Exception {
    Process process = ChildJvm.start(Maker.class, parent.toString(), "wait");
    Path left = Path.of(ChildJvm.line(process));
    process.destroyForcibly().waitFor();
    assertThat(left.resolve("file")).exists();
    TemporaryFolder.create(parent, "some-").close();
    assertThat(parent).isEmptyDirectory();
  }

  /** Makes a folder with a file in it, and ends or waits to be killed. */
  static final class Maker {
    private Maker() {}

    public static void main(String[] arguments) throws Exception {
      Path path = TemporaryFolder.create(Path.of(arguments[0]), "some-").path();
      Files.writeString(path.resolve("file"), "text");
      System.out.println(path);
      if (arguments[1].equals("wait")) {
        Thread.sleep(Long.MAX_VALUE);
      }
    }
  }
}
