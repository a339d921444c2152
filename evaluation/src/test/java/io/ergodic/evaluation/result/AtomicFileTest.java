package io.ergodic.evaluation.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void foldersAreMadeAndNothingIsLeftBeside() throws IOException {
    Path file = folder.resolve("some/where/a.txt");
    AtomicFile.write(file, out -> out.write('a'));
    AtomicFile.write(file, out -> out.write('b'));
    assertThat(file).hasContent("b");
    assertThat(file.getParent().toFile().list()).containsExactly("a.txt");
  }

  @Test
  void contentThatCannotBeWrittenLeavesWhatWasThere() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "old");
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write("half".getBytes());
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");
    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("a.txt");
  }
}
