package io.ergodic.jobs.file;

import io.ergodic.datasets.storage.HiddenName;
import io.ergodic.datasets.storage.WholeFile;
import io.ergodic.datasets.storage.WriteSteps;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A folder of many small files that appear whole, on any file system. On this machine's disks no
 * Hadoop is in the way; elsewhere all goes through it.
 */
public final class StoredFolder {
  /** The ending of files that have been set aside. */
  private static final String DAMAGED = ".damaged";

  private final Path folder;
  private final FileSystem fileSystem;
  private final Optional<java.nio.file.Path> local;

  /**
   * @param folder made when the first file is written
   */
  public StoredFolder(Path folder, Configuration configuration) throws IOException {
    this.folder = folder;
    this.fileSystem = folder.getFileSystem(configuration);
    this.local = LocalPlace.of(fileSystem, folder);
  }

  /** What tells one content of a file from another without reading it. */
  public record Stamp(long bytes, long changed) {}

  public Path path(String name) {
    return new Path(folder, name);
  }

  /** Names of all files, hidden ones too, in no order; none where there is no folder. */
  public List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    if (local.isPresent()) {
      try (DirectoryStream<java.nio.file.Path> entries = Files.newDirectoryStream(local.get())) {
        entries.forEach(entry -> names.add(entry.getFileName().toString()));
      } catch (NoSuchFileException none) {
        return names;
      }
      return names;
    }
    for (FileStatus status : statuses()) {
      names.add(status.getPath().getName());
    }
    return names;
  }

  /** The stamps of all files that are not hidden, by name; none where there is no folder. */
  public Map<String, Stamp> stamps() throws IOException {
    Map<String, Stamp> stamps = new TreeMap<>();
    if (local.isEmpty()) {
      for (FileStatus status : statuses()) {
        stamps.put(
            status.getPath().getName(), new Stamp(status.getLen(), status.getModificationTime()));
      }
      stamps.keySet().removeIf(name -> name.startsWith("."));
      return stamps;
    }
    for (String name : names()) {
      if (!name.startsWith(".")) {
        stamp(local.get().resolve(name)).ifPresent(stamp -> stamps.put(name, stamp));
      }
    }
    return stamps;
  }

  /** Empty where somebody has just taken the file away. */
  private static Optional<Stamp> stamp(java.nio.file.Path file) throws IOException {
    try {
      BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
      long changed = facts.lastModifiedTime().to(TimeUnit.NANOSECONDS);
      return Optional.of(new Stamp(facts.size(), changed));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }

  private FileStatus[] statuses() throws IOException {
    try {
      return fileSystem.listStatus(folder);
    } catch (FileNotFoundException none) {
      return new FileStatus[0];
    }
  }

  public boolean contains(String name) throws IOException {
    return local.isPresent()
        ? Files.exists(local.get().resolve(name))
        : fileSystem.exists(path(name));
  }

  /** Bytes of a file; empty where there is none. */
  public OptionalLong size(String name) throws IOException {
    try {
      return OptionalLong.of(
          local.isPresent()
              ? Files.size(local.get().resolve(name))
              : fileSystem.getFileStatus(path(name)).getLen());
    } catch (NoSuchFileException | FileNotFoundException none) {
      return OptionalLong.empty();
    }
  }

  /** The content of a file. */
  public byte[] read(String name) throws IOException {
    if (local.isPresent()) {
      return Files.readAllBytes(local.get().resolve(name));
    }
    try (var stream = fileSystem.open(path(name))) {
      return stream.readAllBytes();
    }
  }

  /** Replaces a file, as {@link StoredFile#write} does. */
  public void write(String name, WholeFile.Content content) throws IOException {
    StoredFile.write(fileSystem, path(name), content);
  }

  /** Writes a file of which the first stays, as {@link StoredFile#writeOnce} does. */
  public void writeOnce(String name, WholeFile.Content content) throws IOException {
    StoredFile.writeOnce(fileSystem, path(name), content);
  }

  /** Renames a file over another in one step. */
  public void rename(String from, String to) throws IOException {
    StoredFile.rename(fileSystem, path(from), path(to));
  }

  /**
   * Puts a file that cannot be read out of the way, for somebody to look at it.
   *
   * @return what is to be said of it
   */
  public String setAside(String name, String reason) throws IOException {
    rename(name, name + DAMAGED);
    return "damaged, set aside as " + name + DAMAGED + " and made again: " + reason;
  }

  /** Deletes a file, if it is there. */
  public void delete(String name) throws IOException {
    StoredFile.delete(fileSystem, path(name));
  }

  /** Deletes what writers that were killed have left; nobody else may be at work in the folder. */
  public void sweep() throws IOException {
    for (String name : names()) {
      if (HiddenName.is(name)) {
        WriteSteps.reach("delete", path(name));
        fileSystem.delete(path(name), true);
      }
    }
  }
}
