package io.ergodic.jobs.file;

import io.ergodic.datasets.storage.HiddenName;
import io.ergodic.datasets.storage.WholeFile;
import io.ergodic.datasets.storage.WriteSteps;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * {@link WholeFile} on any Hadoop file system. Local disks are left to it: Hadoop starts a process
 * for the permissions of each file it makes there, and its checksums are files of their own that a
 * kill can leave behind for another content.
 */
public final class StoredFile {
  private StoredFile() {}

  /** Replaces {@code target} by new content; when that fails the old content stays. */
  public static void write(FileSystem fileSystem, Path target, WholeFile.Content content)
      throws IOException {
    Optional<java.nio.file.Path> local = LocalPlace.of(fileSystem, target);
    if (local.isPresent()) {
      // One of the old content would be wrong for the new.
      Files.deleteIfExists(LocalPlace.checksums(local.get()));
      WholeFile.write(local.get(), content);
      return;
    }
    Path hidden = hidden(target);
    try {
      fill(fileSystem, hidden, content);
      Renaming.over(fileSystem, hidden, target);
    } finally {
      delete(fileSystem, hidden);
    }
  }

  /**
   * Writes a file that nobody may replace: when it is there already, or another writer is faster,
   * the first stays.
   *
   * @return whether it is this one that stays
   */
  public static boolean writeOnce(FileSystem fileSystem, Path target, WholeFile.Content content)
      throws IOException {
    Optional<java.nio.file.Path> local = LocalPlace.of(fileSystem, target);
    if (local.isPresent()) {
      return WholeFile.writeOnce(local.get(), content);
    }
    Path hidden = hidden(target);
    try {
      fill(fileSystem, hidden, content);
      return Renaming.toFree(fileSystem, hidden, target);
    } finally {
      delete(fileSystem, hidden);
    }
  }

  /** Renames a whole file over another, or to a free place, in one step. */
  public static void rename(FileSystem fileSystem, Path whole, Path target) throws IOException {
    Optional<java.nio.file.Path> local = LocalPlace.of(fileSystem, target);
    if (local.isPresent()) {
      java.nio.file.Path from = LocalPlace.of(fileSystem, whole).orElseThrow();
      Files.deleteIfExists(LocalPlace.checksums(local.get()));
      Files.deleteIfExists(LocalPlace.checksums(from));
      WholeFile.replace(from, local.get());
    } else {
      Renaming.over(fileSystem, whole, target);
    }
  }

  /** Deletes a file, if it is there. */
  static void delete(FileSystem fileSystem, Path file) throws IOException {
    Optional<java.nio.file.Path> local = LocalPlace.of(fileSystem, file);
    if (local.isPresent()) {
      Files.deleteIfExists(LocalPlace.checksums(local.get()));
      WholeFile.delete(local.get());
    } else {
      WriteSteps.reach("delete", file);
      fileSystem.delete(file, false);
    }
  }

  private static Path hidden(Path target) {
    return new Path(target.getParent(), HiddenName.of(target.getName()));
  }

  private static void fill(FileSystem fileSystem, Path file, WholeFile.Content content)
      throws IOException {
    WriteSteps.reach("create", file);
    try (OutputStream out = fileSystem.create(file, false)) {
      content.writeTo(out);
      WriteSteps.reach("fill", file);
    }
  }
}
