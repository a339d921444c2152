package io.ergodic.jobs.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** {@link WholeFile} on this machine's disks. */
final class LocalFile {
  private LocalFile() {}

  /** Writes a file under a hidden name and renames it over what was there. */
  static void write(Path hidden, Path target, WholeFile.Content content) throws IOException {
    try {
      fill(hidden, content);
      replace(hidden, target);
    } catch (IOException | RuntimeException | Error failed) {
      drop(hidden, failed);
      throw failed;
    }
  }

  /** The same for a file that stays when it is there already. */
  static void writeOnce(Path hidden, Path target, WholeFile.Content content) throws IOException {
    try {
      fill(hidden, content);
      if (Files.exists(target)) {
        Files.delete(hidden);
      } else {
        replace(hidden, target);
      }
    } catch (IOException | RuntimeException | Error failed) {
      drop(hidden, failed);
      throw failed;
    }
  }

  /** Renames a whole file to its place in one step. */
  static void replace(Path whole, Path target) throws IOException {
    // One of the old content would be wrong for the new.
    Files.deleteIfExists(LocalPlace.checksums(target));
    Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void fill(Path file, WholeFile.Content content) throws IOException {
    try (OutputStream out = new BufferedOutputStream(open(file), 1 << 15)) {
      content.writeTo(out);
    }
  }

  private static OutputStream open(Path file) throws IOException {
    try {
      return Files.newOutputStream(file);
    } catch (NoSuchFileException noFolder) {
      Files.createDirectories(file.getParent());
      return Files.newOutputStream(file);
    }
  }

  /** What failed first is what is to be heard of. */
  private static void drop(Path hidden, Throwable failed) {
    try {
      Files.deleteIfExists(hidden);
    } catch (IOException second) {
      failed.addSuppressed(second);
    }
  }
}
