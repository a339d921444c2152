package io.ergodic.jobs.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.evaluation.result.TrialJson;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.testing.Specs;
import io.ergodic.models.learner.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialStoreTest {
  private static final TrialRecord RECORD = Specs.record("nvar", 1, 0.25, 0.5);

  @TempDir Path folder;

  private TrialStore store;

  @BeforeEach
  void open() throws IOException {
    store = new TrialStore(new org.apache.hadoop.fs.Path(folder.toUri()), new Configuration(false));
  }

  @Test
  void whatIsWrittenIsReadAndCanBeForgotten() throws IOException {
    assertThat(store.finished()).isEmpty();
    store.write(RECORD);
    assertThat(store.finished()).containsExactly(RECORD.trial());
    assertThat(TrialJson.toJson(store.read(RECORD.trial()))).isEqualTo(TrialJson.toJson(RECORD));
    store.remove(RECORD.trial());
    assertThat(store.finished()).isEmpty();
  }

  @Test
  void ofTwoAttemptsTheFirstStays() throws IOException {
    store.write(RECORD);
    store.write(Specs.record("nvar", 1, 9, 9));
    assertThat(store.read(RECORD.trial()).scores()).isEqualTo(RECORD.scores());
    assertThat(names()).containsExactly(RECORD.trial() + ".json");
  }

  @Test
  void aRecordThatIsStillBeingWrittenIsNotSeen() throws IOException {
    Files.createDirectories(folder.resolve("trials"));
    Files.writeString(folder.resolve("trials/." + RECORD.trial() + ".1234"), "{\"tri");
    Files.writeString(folder.resolve("trials/." + RECORD.trial() + ".json.crc"), "");
    assertThat(store.finished()).isEmpty();
  }

  /** Nothing can be created in a folder whose name is a file's. */
  @Test
  void aRecordThatCannotBeWrittenLeavesNothing() throws IOException {
    Files.writeString(folder.resolve("trials"), "in the way");
    assertThatThrownBy(() -> store.write(RECORD)).isInstanceOf(IOException.class);
    assertThat(Files.readString(folder.resolve("trials"))).isEqualTo("in the way");
    assertThat(folder.toFile().list()).containsExactly("trials");
  }

  /** It starts a process for each file's permissions. */
  @Test
  void hadoopMakesNoFileOnALocalDisk() throws IOException {
    Configuration configuration = new Configuration(false);
    configuration.setClass("fs.file.impl", Refusing.class, FileSystem.class);
    configuration.setBoolean("fs.file.impl.disable.cache", true);
    var output = new org.apache.hadoop.fs.Path(folder.toUri());
    assertThat(output.getFileSystem(configuration)).isInstanceOf(Refusing.class);
    TrialStore refusing = new TrialStore(output, configuration);
    refusing.write(RECORD);
    refusing.open(RECORD.trial());
    refusing.recover();
    assertThat(refusing.finished()).containsExactly(RECORD.trial());
    ModelStore models = new ModelStore(output, configuration);
    models.write("a", Weights.NONE, Map.of());
    assertThat(models.contains("a")).isTrue();
    models.remove("a");
    assertThat(names()).containsExactly(RECORD.trial() + ".json");
    assertThat(folder.resolve("models")).isEmptyDirectory();
  }

  /** Hadoop's local file system that makes no files. */
  public static final class Refusing extends LocalFileSystem {
    @Override
    public FSDataOutputStream create(
        org.apache.hadoop.fs.Path file,
        FsPermission permission,
        boolean overwrite,
        int buffer,
        short copies,
        long block,
        Progressable progress)
        throws IOException {
      throw new IOException("not this way");
    }

    @Override
    public FileSystem getRawFileSystem() {
      throw new UnsupportedOperationException("not this way");
    }
  }

  @Test
  void whatWasTakenOutComesBack() throws IOException {
    store.write(RECORD);
    store.open(RECORD.trial());
    assertThat(store.finished()).isEmpty();
    store.recover();
    assertThat(store.read(RECORD.trial()).scores()).isEqualTo(RECORD.scores());
    store.open(RECORD.trial());
    store.write(Specs.record("nvar", 1, 9, 9));
    store.recover();
    assertThat(store.read(RECORD.trial()).value("d_h")).isEqualTo(9);
    assertThat(names()).containsExactly(RECORD.trial() + ".json");
  }

  @Test
  void aBrokenRecordIsNamed() throws IOException {
    store.write(RECORD);
    Path file = folder.resolve("trials").resolve(RECORD.trial() + ".json");
    String text = Files.readString(file);
    Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
    Files.writeString(file, text.substring(0, text.length() / 2));
    assertThatThrownBy(() -> store.read(RECORD.trial()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(RECORD.trial() + ".json");
  }

  /** All but Hadoop's checksums. */
  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("trials"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".crc"))
          .toList();
    }
  }
}
