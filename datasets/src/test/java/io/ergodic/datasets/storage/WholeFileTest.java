package io.ergodic.datasets.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path folder;

  @Test
  void foldersAreMadeAndNothingIsLeftBeside() throws IOException {
    Path file = folder.resolve("some/where/a.txt");
    WholeFile.write(file, out -> out.write('a'));
    WholeFile.write(file, out -> out.write('b'));
    assertThat(file).hasContent("b");
    assertThat(file.getParent().toFile().list()).containsExactly("a.txt");
  }

  @Test
  void contentThatCannotBeWrittenLeavesWhatWasThere() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "old");
    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      out.write("half".getBytes(StandardCharsets.UTF_8));
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");
    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("a.txt");
  }

  /** There is no moment without the file: a reader beside two writers never misses or tears it. */
  @Test
  void aReaderBesideTwoWritersSeesAlwaysOneWholeFile() throws IOException {
    Path file = folder.resolve("a.bin");
    writeOf((byte) 0, file);
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Integer> reader =
        CompletableFuture.supplyAsync(
            () -> {
              int reads = 0;
              while (!done.get()) {
                byte[] found = read(file);
                assertThat(found).hasSize(1 << 17).containsOnly(found[0]);
                reads++;
              }
              return reads;
            });
    List<CompletableFuture<Void>> writers = new ArrayList<>();
    for (byte writer = 1; writer <= 2; writer++) {
      byte value = writer;
      writers.add(
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < 150; i++) {
                  writeOf(value, file);
                }
              }));
    }
    writers.forEach(CompletableFuture::join);
    done.set(true);
    assertThat(reader.join()).isPositive();
    assertThat(folder.toFile().list()).containsExactly("a.bin");
  }

  @Test
  void ofSeveralWhoWriteOnceTheFirstStaysAndEachIsTold() throws Exception {
    for (int repeat = 0; repeat < 50; repeat++) {
      Path file = folder.resolve("once-" + repeat);
      CountDownLatch together = new CountDownLatch(4);
      List<CompletableFuture<Boolean>> writers = new ArrayList<>();
      for (byte writer = 0; writer < 4; writer++) {
        byte value = writer;
        writers.add(
            CompletableFuture.supplyAsync(
                () -> {
                  try {
                    return WholeFile.writeOnce(
                        file,
                        out -> {
                          // All have found no file, and all have one to put there.
                          out.write(value);
                          await(together);
                        });
                  } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                  }
                },
                task -> new Thread(task).start()));
      }
      List<Boolean> stayed = writers.stream().map(CompletableFuture::join).toList();
      assertThat(stayed).containsOnlyOnce(true);
      assertThat(Files.readAllBytes(file)).containsExactly(stayed.indexOf(true));
      assertThat(WholeFile.writeOnce(file, out -> out.write('x'))).isFalse();
    }
    assertThat(folder.toFile().list()).hasSize(50);
  }

  @Test
  void aHiddenNameKeepsTheEndingAndIsKnown() throws IOException {
    Path file = folder.resolve("a.csv");
    WholeFile.writeBy(
        file,
        hidden -> {
          assertThat(hidden.getFileName().toString())
              .startsWith(".")
              .endsWith("a.csv")
              .matches(HiddenName::is);
          Files.writeString(hidden, "1,2");
        });
    assertThat(file).hasContent("1,2");
    assertThat(folder.toFile().list()).containsExactly("a.csv");
    assertThat(HiddenName.of("a")).isNotEqualTo(HiddenName.of("a"));
    assertThat(HiddenName.is(".index.jsonl")).isFalse();
  }

  private static void await(CountDownLatch together) {
    together.countDown();
    try {
      together.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static void writeOf(byte value, Path file) {
    byte[] content = new byte[1 << 17];
    Arrays.fill(content, value);
    try {
      WholeFile.write(file, out -> out.write(content));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
