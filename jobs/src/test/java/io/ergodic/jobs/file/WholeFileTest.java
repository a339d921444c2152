package io.ergodic.jobs.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
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

  /** There is no moment without the file: a reader beside the writer never misses it. */
  @Test
  void aReaderSeesAlwaysAWholeFile() throws IOException {
    byte[] content = new byte[1 << 16];
    WholeFile.write(fileSystem, target, out -> out.write(content));
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Integer> reader =
        CompletableFuture.supplyAsync(
            () -> {
              int reads = 0;
              while (!done.get()) {
                try {
                  assertThat(Files.size(folder.resolve("a.txt"))).isEqualTo(content.length);
                } catch (IOException missing) {
                  throw new UncheckedIOException(missing);
                }
                reads++;
              }
              return reads;
            });
    for (int i = 0; i < 300; i++) {
      WholeFile.write(fileSystem, target, out -> out.write(content));
    }
    done.set(true);
    assertThat(reader.join()).isPositive();
    assertThat(folder.toFile().list()).containsExactly("a.txt");
  }

  @Test
  void aFileWrittenOnceKeepsItsFirstContent() throws IOException {
    WholeFile.writeOnce(fileSystem, target, out -> out.write(bytes("first")));
    WholeFile.writeOnce(fileSystem, target, out -> out.write(bytes("second")));
    assertThat(folder.resolve("a.txt")).hasContent("first");
    assertThat(folder.toFile().list()).containsExactly("a.txt");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
