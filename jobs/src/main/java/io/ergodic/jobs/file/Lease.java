package io.ergodic.jobs.file;

import io.ergodic.datasets.storage.HiddenName;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A {@link FolderLock} on a file system that locks nothing, such as HDFS: a file that says who has
 * the folder and changes for as long as the holder lives. Who wants a folder that is held watches
 * the file: when it changes, the folder is held; when it does not for as long as a lease lasts, its
 * holder is dead and the lease is taken over. No clock of one machine is compared with that of
 * another.
 *
 * <p>The file is placed by a rename that fails where there is one already. That is one step on
 * HDFS; in object stores two may both succeed, which each then finds out by reading the file again,
 * at once or with its next sign of life.
 */
final class Lease implements FolderLock {
  static final String FILE = ".lease";

  private final FileSystem fileSystem;
  private final Path file;
  private final Timing timing;
  private final Holder holder;
  private final Thread heart;
  private long beats;
  private long renewed = System.nanoTime();
  private volatile Holder lostTo;
  private volatile boolean closed;

  private Lease(FileSystem fileSystem, Path file, Timing timing, Holder holder) {
    this.fileSystem = fileSystem;
    this.file = file;
    this.timing = timing;
    this.holder = holder;
    this.heart = new Thread(this::beat, "lease of " + file.getParent());
    heart.setDaemon(true);
  }

  /**
   * How a lease lives.
   *
   * @param beat time between two signs of life
   * @param lasts time without one after which the holder counts as dead
   */
  record Timing(Duration beat, Duration lasts) {
    static final Timing STANDARD = new Timing(Duration.ofSeconds(10), Duration.ofSeconds(60));
  }

  static Lease take(FileSystem fileSystem, Path folder, Timing timing, Consumer<String> waiting)
      throws IOException, FolderTakenException {
    Path file = new Path(folder, FILE);
    Lease lease = new Lease(fileSystem, file, timing, Holder.here());
    boolean contested = false;
    while (!lease.place() || contested && !lease.settles()) {
      String text = lease.read();
      if (text != null) {
        contested = true;
        waiting.accept(
            folder
                + ": held by "
                + lease.holder(text)
                + "; looking whether it lives, for at most "
                + timing.lasts().toSeconds()
                + " s");
        lease.awaitDeath(text);
        lease.remove(text);
      }
    }
    lease.heart.start();
    return lease;
  }

  /** Whether the file is this holder's now. */
  private boolean place() throws IOException {
    byte[] text = text();
    return StoredFile.writeOnce(fileSystem, file, out -> out.write(text)) && isOwn(read());
  }

  /**
   * Whether a lease that was taken over is still this holder's after a beat. Who was slower may
   * have moved it for a moment, in which a third one could place its own.
   */
  private boolean settles() throws IOException {
    pause(timing.beat());
    return isOwn(read());
  }

  private byte[] text() {
    return (holder.text() + "\n" + beats++ + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Null where there is no lease. */
  private String read() throws IOException {
    try (var in = fileSystem.open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (FileNotFoundException none) {
      return null;
    }
  }

  private Holder holder(String text) {
    return Holder.of(text.lines().findFirst().orElse(""));
  }

  private static boolean isWhole(String text) {
    return text.endsWith("\n");
  }

  private boolean isOwn(String text) {
    return text != null && holder(text).id().equals(holder.id());
  }

  /** Returns when the lease has not changed for as long as one lasts, or is gone. */
  private void awaitDeath(String text) throws IOException, FolderTakenException {
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < timing.lasts().toNanos()) {
      pause(timing.beat().dividedBy(4));
      String now = read();
      if (now == null) {
        return;
      }
      if (!now.equals(text)) {
        // It may be half written.
        throw new FolderTakenException(holder(isWhole(now) ? now : text));
      }
    }
  }

  /** Takes a dead holder's lease away: by a rename, which only one of several who try can do. */
  private void remove(String dead) throws IOException, FolderTakenException {
    Path aside = new Path(file.getParent(), HiddenName.of(FILE));
    String now = read();
    if (now != null && !now.equals(dead)) {
      throw new FolderTakenException(holder(isWhole(now) ? now : dead));
    }
    try {
      if (!fileSystem.rename(file, aside)) {
        return;
      }
    } catch (FileNotFoundException faster) {
      return;
    }
    String moved;
    try (var in = fileSystem.open(aside)) {
      moved = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (!moved.equals(dead)) {
      // Somebody was faster, and this is the new holder's.
      Renaming.toFree(fileSystem, aside, file);
      fileSystem.delete(aside, false);
      throw new FolderTakenException(holder(moved));
    }
    fileSystem.delete(aside, false);
  }

  private void beat() {
    while (!closed && lostTo == null) {
      try {
        pause(timing.beat());
        renew();
      } catch (IOException trouble) {
        // The next sign of life may get through; until then others may think there is none.
        if (System.nanoTime() - renewed > timing.lasts().toNanos()) {
          lostTo = Holder.of("");
        }
      }
    }
  }

  /** Gives a sign of life. */
  synchronized void renew() throws IOException {
    if (closed) {
      return;
    }
    String now = read();
    if (now == null) {
      if (!place()) {
        throw new IOException(file + ": cannot be placed again");
      }
    } else if (isOwn(now)) {
      // Not by a rename: where that is not one step, there would be a moment without a lease.
      try (var out = fileSystem.create(file, true)) {
        out.write(text());
      }
    } else {
      lostTo = holder(now);
      return;
    }
    renewed = System.nanoTime();
  }

  private static void pause(Duration time) throws IOException {
    try {
      Thread.sleep(Math.max(1, time.toMillis()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }

  @Override
  public void check() throws FolderTakenException {
    if (lostTo != null) {
      throw new FolderTakenException(lostTo);
    }
  }

  /** Gives the folder back; a lease that is no longer this holder's is left alone. */
  @Override
  public synchronized void close() throws IOException {
    if (!closed) {
      closed = true;
      heart.interrupt();
      if (isOwn(read())) {
        fileSystem.delete(file, false);
      }
    }
  }
}
