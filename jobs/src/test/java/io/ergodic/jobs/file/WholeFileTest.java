package io.ergodic.jobs.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir java.nio.file.Path folder;

  private FileSystem fileSystem;
  private Path target;

  @BeforeEach
  void open() throws IOException {
    target = new Path(new Path(folder.toUri()), "a.txt");
    fileSystem = target.getFileSystem(new Configuration(false));
  }

  @Test
  void newContentReplacesOld() throws IOException {
    WholeFile.write(fileSystem, target, out -> out.write(bytes("old")));
    WholeFile.write(fileSystem, target, out -> out.write(bytes("new")));
    assertThat(folder.resolve("a.txt")).hasContent("new");
    assertThat(folder.resolve(".a.txt")).doesNotExist();
  }

  @Test
  void contentThatCannotBeWrittenLeavesTheOld() throws IOException {
    WholeFile.write(fileSystem, target, out -> out.write(bytes("old")));
    assertThatThrownBy(
            () ->
                WholeFile.write(
                    fileSystem,
                    target,
                    out -> {
                      out.write(bytes("half"));
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");
    assertThat(folder.resolve("a.txt")).hasContent("old");
    assertThat(folder.resolve(".a.txt")).doesNotExist();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
