package io.ergodic.jobs.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.apache.hadoop.util.ShutdownHookManager;

/**
 * A folder for what nobody needs after this process: of a name that cannot be guessed, for its
 * owner's eyes alone, and gone when it is closed, when the process ends or, where that was killed,
 * when the owner's next one makes such a folder.
 */
public final class TemporaryFolder implements Closeable {
  /** After all that have something in it, which begin with a higher number. */
  private static final int LAST = 0;

  private final Path path;
  private final ProcessLock lock;

  private TemporaryFolder(Path path, ProcessLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Makes one in the system's folder for temporary files.
   *
   * @param purpose a word
   */
  public static TemporaryFolder create(String purpose) throws IOException {
    return create(Path.of(System.getProperty("java.io.tmpdir")), "ergodic-" + purpose + "-");
  }

  static TemporaryFolder create(Path parent, String beginning) throws IOException {
    sweep(parent, beginning);
    // Its name is drawn by a generator made for secrets; rwx------ where there are such rights.
    Path path = Files.createTempDirectory(parent, beginning);
    ProcessLock lock = ProcessLock.on(path.resolve(FolderLock.FILE), Holder.here().text()).lock();
    TemporaryFolder folder = new TemporaryFolder(path, lock);
    ShutdownHookManager.get().addShutdownHook(folder::closeAtExit, LAST);
    return folder;
  }

  /** Deletes what killed processes of this user have left. */
  private static void sweep(Path parent, String beginning) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent, beginning + "*")) {
      for (Path entry : entries) {
        Path file = entry.resolve(FolderLock.FILE);
        if (Files.isWritable(entry) && Files.exists(file)) {
          ProcessLock taken = ProcessLock.on(file, "").lock();
          if (taken != null) {
            taken.closeAndDelete();
            delete(entry);
          }
        }
      }
    }
  }

  public Path path() {
    return path;
  }

  private void closeAtExit() {
    try {
      close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() throws IOException {
    lock.closeAndDelete();
    delete(path);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes facts)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path one, IOException failure)
              throws IOException {
            Files.deleteIfExists(one);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
