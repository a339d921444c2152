package io.ergodic.jobs.result;

import io.ergodic.datasets.settings.InvalidInputException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second run out of an output folder while one is at work: both would train the same
 * trials. The operating system holds the lock, so it ends with the process, however that ends. The
 * file stays, since taking it away would let a third process lock a file of the same name. Folders
 * that are not on a local file system are not locked: there, too, the first record of a trial stays
 * and files appear whole, so that two runs only waste work.
 */
public final class OutputLock implements Closeable {
  static final String FILE = ".lock";

  private final FileChannel channel;

  private OutputLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Locks an existing output folder until {@link #close()}.
   *
   * @throws InvalidInputException when another run has it
   */
  public static OutputLock take(OutputFolder output) throws IOException {
    var folder = output.path().toUri();
    if (!"file".equals(folder.getScheme())) {
      return new OutputLock(null);
    }
    FileChannel channel =
        FileChannel.open(
            Path.of(folder.getPath(), FILE),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      if (!locked(channel)) {
        throw new InvalidInputException(
            "--out "
                + output.path()
                + ": another run (process "
                + text(channel)
                + ") is writing into it; wait for its end, or choose another folder");
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
      return new OutputLock(channel);
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException inThisProcess) {
      return false;
    }
  }

  private static String text(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(32);
    channel.read(bytes, 0);
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
