package io.ergodic.jobs.file;

import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * Where a path lies on this machine's disks. Files there are read and written by {@code java.nio}:
 * Hadoop's own local file system starts a process for the permissions of each file it makes, and
 * keeps a second file of checksums beside it.
 */
final class LocalPlace {
  private LocalPlace() {}

  /** The path as the operating system has it; empty on any other file system. */
  static Optional<java.nio.file.Path> of(FileSystem fileSystem, Path path) {
    if (fileSystem instanceof LocalFileSystem local) {
      return Optional.of(local.pathToFile(path).toPath());
    }
    return fileSystem instanceof RawLocalFileSystem raw
        ? Optional.of(raw.pathToFile(path).toPath())
        : Optional.empty();
  }

  /** Hadoop's checksums of a file, which an earlier build may have left. */
  static java.nio.file.Path checksums(java.nio.file.Path file) {
    return file.resolveSibling("." + file.getFileName() + ".crc");
  }
}
