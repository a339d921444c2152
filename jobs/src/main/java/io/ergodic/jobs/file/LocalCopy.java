package io.ergodic.jobs.file;

import io.ergodic.datasets.settings.FileLocation;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.storage.WholeFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/**
 * A file or folder that somebody has named, as one on this machine's disk, for what reads and
 * writes by {@code java.nio}. A name with a scheme ({@code hdfs://...}) is any file system's: what
 * is there is copied to a temporary folder first. One without is this machine's, whatever the file
 * system is that Hadoop takes by default.
 */
public final class LocalCopy implements Closeable {
  private final Path path;
  private final TemporaryFolder copies;

  private LocalCopy(Path path, TemporaryFolder copies) {
    this.path = path;
    this.copies = copies;
  }

  /**
   * What is there, to be read until it is closed.
   *
   * @param option by which it was named, for the message
   * @throws InvalidInputException when nothing is there
   */
  public static LocalCopy of(String option, String given, Configuration configuration)
      throws IOException {
    return of(option, given, "", configuration);
  }

  /**
   * The same, with the files beside it that its content may name.
   *
   * @param beside how their names end; empty for none
   */
  public static LocalCopy of(
      String option, String given, String beside, Configuration configuration) throws IOException {
    if (!FileLocation.isAddress(given)) {
      return of(option, given, Path.of(given));
    }
    var source = new org.apache.hadoop.fs.Path(given);
    FileSystem fileSystem = source.getFileSystem(configuration);
    var local = LocalPlace.of(fileSystem, source);
    if (local.isPresent()) {
      return of(option, given, local.get());
    }
    if (!fileSystem.exists(source)) {
      throw none(option, given);
    }
    TemporaryFolder copies = TemporaryFolder.create("copy");
    try {
      Path copy = copy(fileSystem, source, copies.path());
      if (!beside.isEmpty()) {
        for (FileStatus other : fileSystem.listStatus(source.getParent())) {
          String name = other.getPath().getName();
          if (other.isFile() && name.endsWith(beside) && !name.equals(source.getName())) {
            copy(fileSystem, other.getPath(), copies.path());
          }
        }
      }
      return new LocalCopy(copy, copies);
    } catch (IOException | RuntimeException failed) {
      copies.close();
      throw failed;
    }
  }

  private static LocalCopy of(String option, String given, Path local) {
    if (!Files.exists(local)) {
      throw none(option, given);
    }
    return new LocalCopy(local, null);
  }

  private static InvalidInputException none(String option, String given) {
    return new InvalidInputException(option + " " + given + ": no such file");
  }

  /** Not by Hadoop's own copying, which leaves checksums beside the files. */
  private static Path copy(FileSystem fileSystem, org.apache.hadoop.fs.Path from, Path into)
      throws IOException {
    Path target = into.resolve(from.getName());
    FileStatus status = fileSystem.getFileStatus(from);
    if (status.isDirectory()) {
      Files.createDirectories(target);
      for (FileStatus entry : fileSystem.listStatus(from)) {
        copy(fileSystem, entry.getPath(), target);
      }
    } else {
      try (var in = fileSystem.open(from)) {
        Files.copy(in, target);
      }
    }
    return target;
  }

  /** Where it can be read. */
  public Path path() {
    return path;
  }

  /**
   * Has a file written by what opens files itself; it appears whole, and missing folders are made.
   */
  public static void write(String given, Configuration configuration, WholeFile.Writer writer)
      throws IOException {
    if (FileLocation.isAddress(given)) {
      var target = new org.apache.hadoop.fs.Path(given);
      FileSystem fileSystem = target.getFileSystem(configuration);
      var local = LocalPlace.of(fileSystem, target);
      if (local.isPresent()) {
        write(local.get(), writer);
        return;
      }
      try (TemporaryFolder folder = TemporaryFolder.create("copy")) {
        Path file = folder.path().resolve(target.getName());
        writer.writeTo(file);
        StoredFile.write(fileSystem, target, out -> Files.copy(file, out));
      }
    } else {
      write(Path.of(given), writer);
    }
  }

  private static void write(Path target, WholeFile.Writer writer) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    WholeFile.writeBy(target, writer);
  }

  @Override
  public void close() throws IOException {
    if (copies != null) {
      copies.close();
    }
  }
}
