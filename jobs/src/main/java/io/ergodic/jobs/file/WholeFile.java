package io.ergodic.jobs.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/**
 * Writes a file under a hidden name beside its place, then renames it over what was there: a
 * reader, or the next run after this one was killed at any moment, sees all of the old or all of
 * the new. On local disks Hadoop is left out: its checksums are files of their own that a kill can
 * leave behind for another content.
 */
public final class WholeFile {
  private WholeFile() {}

  /** What goes into the file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Replaces {@code target} by new content; when that fails the old content stays. */
  public static void write(FileSystem fileSystem, Path target, Content content) throws IOException {
    Path hidden = hidden(target);
    Optional<java.nio.file.Path> local = LocalPlace.of(fileSystem, target);
    if (local.isPresent()) {
      LocalFile.write(local.get().resolveSibling(hidden.getName()), local.get(), content);
      return;
    }
    try {
      try (OutputStream out = fileSystem.create(hidden)) {
        content.writeTo(out);
      }
      replace(fileSystem, hidden, target);
    } finally {
      fileSystem.delete(hidden, false);
    }
  }

  /**
   * Writes a file that nobody may replace: when it is there already, or another writer is faster,
   * the first stays.
   */
  public static void writeOnce(FileSystem fileSystem, Path target, Content content)
      throws IOException {
    Path hidden = new Path(target.getParent(), "." + target.getName() + "." + UUID.randomUUID());
    Optional<java.nio.file.Path> local = LocalPlace.of(fileSystem, target);
    if (local.isPresent()) {
      LocalFile.writeOnce(local.get().resolveSibling(hidden.getName()), local.get(), content);
      return;
    }
    try {
      try (OutputStream out = fileSystem.create(hidden)) {
        content.writeTo(out);
      }
      if (!fileSystem.exists(target)
          && !fileSystem.rename(hidden, target)
          && !fileSystem.exists(target)) {
        throw new IOException("cannot rename " + hidden + " to " + target);
      }
    } finally {
      fileSystem.delete(hidden, false);
    }
  }

  /** The same on this machine's disks. */
  public static void writeOnce(java.nio.file.Path target, Content content) throws IOException {
    String hidden = "." + target.getFileName() + "." + UUID.randomUUID();
    LocalFile.writeOnce(target.resolveSibling(hidden), target, content);
  }

  /** The hidden name of a file that is still being written. */
  public static Path hidden(Path target) {
    return new Path(target.getParent(), "." + target.getName());
  }

  /** Renames a whole file to its place in one step. */
  public static void replace(FileSystem fileSystem, Path whole, Path target) throws IOException {
    Optional<java.nio.file.Path> local = LocalPlace.of(fileSystem, target);
    if (local.isPresent()) {
      LocalFile.replace(LocalPlace.of(fileSystem, whole).orElseThrow(), local.get());
      return;
    }
    FileContext context;
    try {
      context = FileContext.getFileContext(fileSystem.getUri(), fileSystem.getConf());
    } catch (UnsupportedFileSystemException onlyTheOldInterface) {
      // Which cannot replace: there is a moment without any file, never one with half of it.
      fileSystem.delete(target, false);
      if (!fileSystem.rename(whole, target)) {
        throw new IOException("cannot rename " + whole + " to " + target);
      }
      return;
    }
    context.rename(whole, target, Options.Rename.OVERWRITE);
  }
}
