package io.ergodic.jobs.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * A lock that the operating system holds for this process, on a file of a local disk with a text
 * about the holder. It ends with the process, however that ends.
 *
 * <p>A process that opens the file a second time and closes it would lose the lock, so what this
 * process has locked is never opened again but looked up.
 */
final class ProcessLock implements Closeable {
  private static final int LONGEST_TEXT = 1 << 12;
  private static final Map<Path, String> HELD_HERE = new HashMap<>();

  private final Path file;
  private final FileChannel channel;
  private boolean open = true;

  private ProcessLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** A lock, or what the one who has it says of itself. */
  record Attempt(ProcessLock lock, String holder) {}

  /** Tries to lock a file, which is made if it is not there; its folder has to be. */
  static Attempt on(Path given, String text) throws IOException {
    Path file = given.toAbsolutePath().getParent().toRealPath().resolve(given.getFileName());
    synchronized (HELD_HERE) {
      if (HELD_HERE.containsKey(file)) {
        return new Attempt(null, HELD_HERE.get(file));
      }
      FileChannel channel = locked(file);
      if (channel == null) {
        return new Attempt(null, text(file));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      HELD_HERE.put(file, text);
      return new Attempt(new ProcessLock(file, channel), text);
    }
  }

  /** The locked file; null when another process has it. */
  private static FileChannel locked(Path file) throws IOException {
    while (true) {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        FileLock lock = channel.tryLock();
        if (lock == null) {
          channel.close();
          return null;
        }
      } catch (IOException | RuntimeException failed) {
        channel.close();
        throw failed;
      }
      if (Files.exists(file)) {
        return channel;
      }
      // Somebody has deleted it in between: a lock on it would keep nobody out.
      channel.close();
    }
  }

  private static String text(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return new String(bytes, 0, Math.min(bytes.length, LONGEST_TEXT), StandardCharsets.UTF_8);
  }

  /** Lets go; a file of a name that is used again has to stay, for others may have it open. */
  @Override
  public void close() throws IOException {
    close(false);
  }

  /** Lets go of a file whose name nobody uses again. */
  void closeAndDelete() throws IOException {
    close(true);
  }

  private void close(boolean delete) throws IOException {
    synchronized (HELD_HERE) {
      if (open) {
        open = false;
        HELD_HERE.remove(file);
        if (delete) {
          Files.deleteIfExists(file);
        } else {
          channel.truncate(0);
        }
        channel.close();
      }
    }
  }
}
