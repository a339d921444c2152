package io.ergodic.jobs.result;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.jobs.file.FolderLock;
import io.ergodic.jobs.file.FolderTakenException;
import io.ergodic.jobs.file.Holder;
import java.io.Closeable;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Keeps a second run out of an output folder while one is at work, on any file system: both would
 * train the same trials. Should it fail to, no result is wrong: the first record of a trial stays
 * and files appear whole, so that two runs only waste work.
 */
public final class OutputLock implements Closeable {
  private final Path folder;
  private final FolderLock lock;

  private OutputLock(Path folder, FolderLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Locks an existing output folder until {@link #close()}.
   *
   * @param waiting told what is waited for, if anything is
   * @throws InvalidInputException when another run has it, saying which
   */
  public static OutputLock take(Path folder, Configuration configuration, Consumer<String> waiting)
      throws IOException {
    try {
      var fileSystem = folder.getFileSystem(configuration);
      return new OutputLock(folder, FolderLock.take(fileSystem, folder, waiting));
    } catch (FolderTakenException taken) {
      throw refused(folder, taken.holder());
    }
  }

  /**
   * Looks whether the folder is still this run's.
   *
   * @throws InvalidInputException when another run has taken it over, saying which
   */
  public void check() {
    try {
      lock.check();
    } catch (FolderTakenException taken) {
      throw refused(folder, taken.holder());
    }
  }

  private static InvalidInputException refused(Path folder, Holder holder) {
    return new InvalidInputException(
        "--out "
            + folder
            + ": another run is writing into it ("
            + holder
            + "); wait for its end, or choose another folder");
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
