package io.ergodic.jobs.file;

import io.ergodic.datasets.storage.HiddenName;
import io.ergodic.datasets.storage.WriteSteps;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Folders that appear with all their files or not at all: made under a hidden name, then renamed.
 */
public final class WholeFolder {
  /** How long a folder that is being made may lie unchanged where nothing tells of its maker. */
  private static final Duration FORGOTTEN = Duration.ofDays(1);

  private WholeFolder() {}

  /** Makes what is in a folder. */
  @FunctionalInterface
  public interface Content {
    void writeTo(Path folder) throws IOException;
  }

  /** Makes a folder, unless it is there or another writer is faster: the first stays. */
  public static void writeOnce(FileSystem fileSystem, Path target, Content content)
      throws IOException {
    Path hidden = new Path(target.getParent(), HiddenName.of(target.getName()));
    makeFolder(fileSystem, target.getParent());
    try (FolderMark mark = FolderMark.set(fileSystem, hidden)) {
      makeFolder(fileSystem, hidden);
      // Also when the process is told to stop.
      fileSystem.deleteOnExit(hidden);
      try {
        content.writeTo(hidden);
        place(fileSystem, hidden, target);
      } finally {
        WriteSteps.reach("delete", hidden);
        fileSystem.delete(hidden, true);
        fileSystem.cancelDeleteOnExit(hidden);
      }
    }
  }

  private static void makeFolder(FileSystem fileSystem, Path folder) throws IOException {
    WriteSteps.reach("make folder", folder);
    if (!fileSystem.mkdirs(folder)) {
      throw new IOException("cannot make a folder there");
    }
  }

  private static void place(FileSystem fileSystem, Path hidden, Path target) throws IOException {
    Optional<java.nio.file.Path> local = LocalPlace.of(fileSystem, target);
    if (local.isEmpty()) {
      Renaming.toFree(fileSystem, hidden, target);
    } else if (!Files.exists(local.get())) {
      WriteSteps.reach("rename", target);
      java.nio.file.Path from = LocalPlace.of(fileSystem, hidden).orElseThrow();
      try {
        Files.move(from, local.get(), StandardCopyOption.ATOMIC_MOVE);
      } catch (FileSystemException failed) {
        // One that is not empty is never replaced: somebody was faster.
        if (!Files.isDirectory(local.get())) {
          throw failed;
        }
      }
      WriteSteps.reach("go on after", target);
    }
  }

  /**
   * Deletes what killed writers have left in a folder of folders: on local disks all that nobody is
   * at work on, elsewhere what nobody has changed for a day.
   */
  public static void sweep(FileSystem fileSystem, Path root) throws IOException {
    FileStatus[] entries;
    try {
      entries = fileSystem.listStatus(root, path -> HiddenName.is(path.getName()));
    } catch (FileNotFoundException none) {
      return;
    }
    for (FileStatus entry : entries) {
      Optional<java.nio.file.Path> local = LocalPlace.of(fileSystem, entry.getPath());
      boolean left =
          local.isPresent()
              ? FolderMark.isLeft(local.get())
              : System.currentTimeMillis() - entry.getModificationTime() > FORGOTTEN.toMillis();
      if (left) {
        fileSystem.delete(entry.getPath(), true);
      }
    }
  }
}
