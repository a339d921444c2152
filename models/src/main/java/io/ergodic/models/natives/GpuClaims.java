package io.ergodic.models.natives;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps two processes of a machine from one GPU. A cluster that does not isolate GPUs gives all its
 * executors the first one: two models then share its memory, and each is told it has a GPU. A claim
 * is a locked file, so it ends with the process, however that ends.
 */
final class GpuClaims {
  /** Set to true where several processes are meant to share GPUs. */
  static final String SHARED = "ergodic.gpus.shared";

  private final Path folder;
  private final Map<String, FileChannel> held = new HashMap<>();

  /**
   * @param folder that all processes of the machine see
   */
  GpuClaims(Path folder) {
    this.folder = folder;
  }

  /**
   * Claims a GPU for this process.
   *
   * @param identity that no other GPU of the machine has
   * @return why it cannot be had; empty when it is this process's, now or before
   */
  synchronized Optional<String> refused(String identity) {
    if (held.containsKey(identity) || Boolean.getBoolean(SHARED)) {
      return Optional.empty();
    }
    try {
      FileChannel channel = open(identity);
      FileLock lock = lock(channel);
      if (lock == null) {
        String holder = text(channel);
        channel.close();
        return Optional.of(
            "process "
                + holder
                + " of this machine computes on it; give executors a GPU each, or set -D"
                + SHARED
                + "=true");
      }
      byte[] own = String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
      channel.truncate(0).write(ByteBuffer.wrap(own));
      held.put(identity, channel);
      return Optional.empty();
    } catch (IOException noFile) {
      // Another user's file, or a folder that is read only: nothing is known, nothing refused.
      return Optional.empty();
    }
  }

  private FileChannel open(String identity) throws IOException {
    return FileChannel.open(
        folder.resolve("ergodic-" + identity.replaceAll("[^A-Za-z0-9-]", "_") + ".lock"),
        Set.of(
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS));
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException inThisProcess) {
      return null;
    }
  }

  private static String text(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(32);
    channel.read(bytes, 0);
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
  }
}
