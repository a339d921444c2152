package io.ergodic.jobs.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.jobs.testing.Places;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredFileTest {
  @TempDir java.nio.file.Path folder;

  private FileSystem fileSystem;
  private Path root;

  private void open(boolean local) throws IOException {
    Configuration configuration = local ? new Configuration(false) : Places.behindHadoop(folder);
    root = local ? new Path(folder.toUri()) : Places.seen();
    fileSystem = root.getFileSystem(configuration);
    assertThat(LocalPlace.of(fileSystem, root).isPresent()).isEqualTo(local);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void newContentReplacesOld(boolean local) throws IOException {
    open(local);
    Path target = new Path(root, "below/a.txt");
    StoredFile.write(fileSystem, target, out -> out.write(bytes("old")));
    StoredFile.write(fileSystem, target, out -> out.write(bytes("new")));
    assertThat(folder.resolve("below/a.txt")).hasContent("new");
    assertThat(visible("below")).containsExactly("a.txt");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void contentThatCannotBeWrittenLeavesTheOld(boolean local) throws IOException {
    open(local);
    Path target = new Path(root, "a.txt");
    StoredFile.write(fileSystem, target, out -> out.write(bytes("old")));
    assertThatThrownBy(
            () ->
                StoredFile.write(
                    fileSystem,
                    target,
                    out -> {
                      out.write(bytes("half"));
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");
    assertThat(folder.resolve("a.txt")).hasContent("old");
    assertThat(visible("")).containsExactly("a.txt");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFileWrittenOnceKeepsItsFirstContent(boolean local) throws IOException {
    open(local);
    Path target = new Path(root, "a.txt");
    assertThat(StoredFile.writeOnce(fileSystem, target, out -> out.write(bytes("1")))).isTrue();
    assertThat(StoredFile.writeOnce(fileSystem, target, out -> out.write(bytes("2")))).isFalse();
    assertThat(folder.resolve("a.txt")).hasContent("1");
    assertThat(visible("")).containsExactly("a.txt");
  }

  /** As Hadoop itself leaves one where an earlier build wrote the file. */
  @Test
  void checksumsOfTheOldContentGo() throws IOException {
    open(true);
    Path target = new Path(root, "a.txt");
    Files.writeString(folder.resolve("a.txt"), "old");
    Files.write(
        folder.resolve(".a.txt.crc"), new byte[] {'c', 'r', 'c', 0, 0, 0, 2, 0, 1, 2, 3, 4});
    StoredFile.write(fileSystem, target, out -> out.write(bytes("new")));
    try (var in = fileSystem.open(target)) {
      assertThat(in.readAllBytes()).isEqualTo(bytes("new"));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFolderAppearsWholeAndTheFirstStays(boolean local) throws IOException {
    open(local);
    Path target = new Path(root, "all/one");
    for (String content : List.of("first", "second")) {
      WholeFolder.writeOnce(
          fileSystem,
          target,
          hidden -> {
            StoredFile.write(
                fileSystem, new Path(hidden, "a.txt"), out -> out.write(bytes(content)));
            // Whoever looks for what was left finds somebody at work.
            WholeFolder.sweep(fileSystem, new Path(root, "all"));
            assertThat(fileSystem.exists(new Path(hidden, "a.txt"))).isTrue();
          });
    }
    assertThat(folder.resolve("all/one/a.txt")).hasContent("first");
    assertThat(folder.resolve("all").toFile().list()).containsExactly("one");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFolderThatFailsLeavesNothing(boolean local) throws IOException {
    open(local);
    assertThatThrownBy(
            () ->
                WholeFolder.writeOnce(
                    fileSystem,
                    new Path(root, "all/one"),
                    hidden -> {
                      fileSystem.create(new Path(hidden, "a.txt")).close();
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");
    assertThat(folder.resolve("all")).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatKilledWritersHaveLeftIsSwept(boolean local) throws IOException {
    open(local);
    Files.createDirectories(folder.resolve("all/.part-1-one"));
    Files.writeString(folder.resolve("all/.part-1-one/a.txt"), "half");
    Files.writeString(folder.resolve("all/.part-1-one.lock"), "of one that is dead");
    Files.writeString(folder.resolve("all/.index.jsonl"), "kept");
    Files.writeString(folder.resolve("all/whole"), "kept");
    Path all = new Path(root, "all");
    if (!local) {
      WholeFolder.sweep(fileSystem, all);
      assertThat(folder.resolve("all/.part-1-one")).exists();
      new StoredFolder(all, fileSystem.getConf()).sweep();
    }
    WholeFolder.sweep(fileSystem, all);
    assertThat(folder.resolve("all").toFile().list())
        .containsExactlyInAnyOrder(".index.jsonl", "whole");
  }

  private List<String> visible(String below) {
    return List.of(folder.resolve(below).toFile().list());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
