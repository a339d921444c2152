package io.ergodic.jobs.spark;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.Path;

/**
 * Says where storage failed. A full disk is an {@code IOException} without a path, and from
 * Hadoop's local file system not even that but an {@link FSError}.
 */
public final class StorageFailure {
  private StorageFailure() {}

  /** Work on files. */
  @FunctionalInterface
  public interface Work<T> {
    T run() throws IOException;
  }

  /** Runs work on files below a folder; when storage fails, the message begins with the folder. */
  public static <T> T located(Path folder, Work<T> work) throws IOException {
    try {
      return work.run();
    } catch (IOException | FSError failure) {
      throw at(folder, failure);
    }
  }

  private static IOException at(Path folder, Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    String reason =
        innermost.getMessage() == null || innermost instanceof FileSystemException
            ? innermost.toString()
            : innermost.getMessage();
    String place = folder.toString();
    // Suppressed and not the cause: SparkFailure shows the innermost cause, which lacks the place.
    IOException located =
        new IOException(reason.startsWith(place) ? reason : place + ": " + reason);
    located.addSuppressed(failure);
    return located;
  }
}
