package io.ergodic.jobs.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;

/**
 * Says of a folder that is being made on a local disk that its maker is alive: a lock on a file
 * beside it, which is taken before the folder is there and left after it has been renamed.
 */
final class FolderMark implements Closeable {
  private static final String ENDING = ".lock";

  private final ProcessLock lock;

  private FolderMark(ProcessLock lock) {
    this.lock = lock;
  }

  /** Marks a folder whose parent is there; does nothing on file systems that are not local. */
  static FolderMark set(FileSystem fileSystem, org.apache.hadoop.fs.Path folder)
      throws IOException {
    Optional<Path> local = LocalPlace.of(fileSystem, folder);
    return local.isEmpty()
        ? new FolderMark(null)
        : new FolderMark(ProcessLock.on(beside(local.get()), Holder.here().text()).lock());
  }

  /** Whether nobody is at work on a folder, or on the folder whose mark this file is. */
  static boolean isLeft(Path given) throws IOException {
    Path mark = given.getFileName().toString().endsWith(ENDING) ? given : beside(given);
    if (!Files.exists(mark)) {
      return true;
    }
    ProcessLock taken = ProcessLock.on(mark, "").lock();
    if (taken != null) {
      taken.closeAndDelete();
    }
    return taken != null;
  }

  private static Path beside(Path folder) {
    return folder.resolveSibling(folder.getFileName() + ENDING);
  }

  @Override
  public void close() throws IOException {
    if (lock != null) {
      lock.closeAndDelete();
    }
  }
}
