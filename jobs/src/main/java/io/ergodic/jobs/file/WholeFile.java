package io.ergodic.jobs.file;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Writes a file under a hidden name beside its place, then renames it. Hadoop's rename does not
 * replace, so there is a moment without any file; never one with half of it.
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
      try (OutputStream out = fileSystem.create(hidden)) {
        content.writeTo(out);
      }
      replace(fileSystem, hidden, target);
    } finally {
      fileSystem.delete(hidden, false);
    }
  }

  /** The hidden name of a file that is still being written. */
  public static Path hidden(Path target) {
    return new Path(target.getParent(), "." + target.getName());
  }

  /** Renames a whole file to its place. */
  public static void replace(FileSystem fileSystem, Path whole, Path target) throws IOException {
    fileSystem.delete(target, false);
    if (!fileSystem.rename(whole, target)) {
      throw new IOException("cannot rename " + whole + " to " + target);
    }
  }
}
