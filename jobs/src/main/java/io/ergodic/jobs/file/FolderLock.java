package io.ergodic.jobs.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The right to be the only one who writes into a folder, until it is closed or the process ends. On
 * local disks the operating system keeps it; elsewhere it is a {@link Lease}.
 */
public interface FolderLock extends Closeable {
  /** The file that is locked on local disks; it stays, since others may have it open. */
  String FILE = ".lock";

  /**
   * Whether it is still held: a lease may have been taken over while the process stood still for
   * longer than it lasts.
   *
   * @throws FolderTakenException saying by whom
   */
  void check() throws FolderTakenException;

  /**
   * Takes a folder, which has to be there.
   *
   * @param waiting told what is waited for, if anything is
   * @throws FolderTakenException saying who has it
   */
  static FolderLock take(FileSystem fileSystem, Path folder, Consumer<String> waiting)
      throws IOException, FolderTakenException {
    Optional<java.nio.file.Path> local = LocalPlace.of(fileSystem, folder);
    if (local.isEmpty()) {
      return Lease.take(fileSystem, folder, Lease.Timing.STANDARD, waiting);
    }
    ProcessLock.Attempt attempt = ProcessLock.on(local.get().resolve(FILE), Holder.here().text());
    if (attempt.lock() == null) {
      throw new FolderTakenException(Holder.of(attempt.holder()));
    }
    ProcessLock lock = attempt.lock();
    return new FolderLock() {
      @Override
      public void check() {}

      @Override
      public void close() throws IOException {
        lock.close();
      }
    };
  }
}
