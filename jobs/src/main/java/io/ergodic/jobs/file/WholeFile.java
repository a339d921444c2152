package io.ergodic.jobs.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/**
 * Writes a file under a hidden name beside its place, then renames it over what was there: a
 * reader, or the next run after this one was killed at any moment, sees all of the old or all of
 * the new. Hadoop's checksums are left out on local disks, for they are files of their own that a
 * kill can leave behind for another content.
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
    try {
      try (OutputStream out = raw(fileSystem).create(hidden)) {
        content.writeTo(out);
      }
      replace(fileSystem, hidden, target);
    } finally {
      raw(fileSystem).delete(hidden, false);
    }
  }

  /**
   * Writes a file that nobody may replace: when it is there already, or another writer is faster,
   * the first stays.
   */
  public static void writeOnce(FileSystem fileSystem, Path target, Content content)
      throws IOException {
    Path hidden = new Path(target.getParent(), "." + target.getName() + "." + UUID.randomUUID());
    FileSystem raw = raw(fileSystem);
    try {
      try (OutputStream out = raw.create(hidden)) {
        content.writeTo(out);
      }
      if (!raw.exists(target) && !raw.rename(hidden, target) && !raw.exists(target)) {
        throw new IOException("cannot rename " + hidden + " to " + target);
      }
    } finally {
      raw.delete(hidden, false);
    }
  }

  /** The hidden name of a file that is still being written. */
  public static Path hidden(Path target) {
    return new Path(target.getParent(), "." + target.getName());
  }

  /** Renames a whole file to its place in one step. */
  public static void replace(FileSystem fileSystem, Path whole, Path target) throws IOException {
    if (fileSystem instanceof LocalFileSystem local) {
      // One of the old content would be wrong for the new.
      Files.deleteIfExists(local.pathToFile(local.getChecksumFile(target)).toPath());
      Files.move(
          local.pathToFile(whole).toPath(),
          local.pathToFile(target).toPath(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
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

  private static FileSystem raw(FileSystem fileSystem) {
    return fileSystem instanceof LocalFileSystem local ? local.getRawFileSystem() : fileSystem;
  }
}
