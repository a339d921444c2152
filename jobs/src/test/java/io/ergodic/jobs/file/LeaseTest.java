package io.ergodic.jobs.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.jobs.testing.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {
  /** A holder that never gives a sign of life, as a dead one. */
  private static final Lease.Timing SILENT =
      new Lease.Timing(Duration.ofHours(1), Duration.ofHours(10));

  private static final Lease.Timing QUICK =
      new Lease.Timing(Duration.ofMillis(40), Duration.ofMillis(1_500));

  @TempDir java.nio.file.Path folder;

  private final Path root = Places.seen();
  private final List<String> waited = new CopyOnWriteArrayList<>();
  private FileSystem fileSystem;

  @BeforeEach
  void open() throws IOException {
    fileSystem = root.getFileSystem(Places.behindHadoop(folder));
  }

  private Lease take(Lease.Timing timing) throws IOException, FolderTakenException {
    return Lease.take(fileSystem, root, timing, waited::add);
  }

  @Test
  void aSecondIsToldWhoHasTheFolderAndSinceWhen() throws Exception {
    try (Lease first = take(QUICK)) {
      assertThatThrownBy(() -> take(QUICK))
          .isInstanceOf(FolderTakenException.class)
          .hasMessageContaining(System.getProperty("user.name") + " on ")
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageMatching(".*since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC.*");
      assertThatCode(first::check).doesNotThrowAnyException();
    }
    assertThat(waited).singleElement().asString().contains("looking whether it lives");
    assertThat(folder.resolve(Lease.FILE)).doesNotExist();
    take(QUICK).close();
  }

  @Test
  void aDeadHoldersLeaseIsTakenOverAndTheOldOneIsTold() throws Exception {
    Lease dead = take(SILENT);
    Lease heir = take(QUICK);
    assertThat(waited).hasSize(1);
    assertThatCode(heir::check).doesNotThrowAnyException();
    assertThatCode(dead::check).doesNotThrowAnyException();
    dead.renew();
    assertThatThrownBy(dead::check)
        .isInstanceOf(FolderTakenException.class)
        .hasMessageContaining("held by " + System.getProperty("user.name"));
    // It is no longer its to give back.
    dead.close();
    assertThat(folder.resolve(Lease.FILE)).exists();
    heir.close();
    assertThat(folder.toFile().list()).isEmpty();
  }

  /** Left by a process that died while it wrote it, or by somebody else's program. */
  @Test
  void aLeaseThatSaysNothingIsTakenOverToo() throws Exception {
    Files.createFile(folder.resolve(Lease.FILE));
    take(QUICK).close();
    assertThat(waited).singleElement().asString().contains("somebody who has not said who");
  }

  @Test
  void ofSeveralWhoWantADeadOnesFolderOneGetsIt() throws Exception {
    take(SILENT);
    List<CompletableFuture<Object>> heirs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      heirs.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return take(QUICK);
                } catch (IOException | FolderTakenException refused) {
                  return refused;
                }
              },
              task -> new Thread(task).start()));
    }
    List<Object> ends = heirs.stream().map(CompletableFuture::join).toList();
    assertThat(ends).filteredOn(Lease.class::isInstance).hasSize(1);
    assertThat(ends).filteredOn(FolderTakenException.class::isInstance).hasSize(3);
    for (Object end : ends) {
      if (end instanceof Lease lease) {
        lease.close();
      }
    }
  }

  @Test
  void aLeaseThatSomebodyDeletedIsPlacedAgain() throws Exception {
    try (Lease lease = take(QUICK)) {
      fileSystem.delete(new Path(root, Lease.FILE), false);
      lease.renew();
      assertThat(folder.resolve(Lease.FILE)).exists();
      assertThatCode(lease::check).doesNotThrowAnyException();
    }
  }
}
