package io.ergodic.jobs.data;

import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.storage.DamagedFileException;
import io.ergodic.jobs.file.StoredFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Finds out whether a dataset is whole, as far as that can be told without reading it: its manifest
 * can be read, its shards are there with their sizes, and nobody who did read it has left a mark
 * that more is wrong.
 */
final class DatasetDamage {
  private static final String MARK = ".damaged";

  private DatasetDamage() {}

  /** What is wrong with a dataset whose folder is there; empty when nothing is. */
  static Optional<String> of(Path folder, Configuration configuration) throws IOException {
    FileSystem fileSystem = folder.getFileSystem(configuration);
    if (!fileSystem.exists(new Path(folder, Manifest.FILE))) {
      return Optional.of("no " + Manifest.FILE);
    }
    Path mark = new Path(folder, MARK);
    if (fileSystem.exists(mark)) {
      try (var in = fileSystem.open(mark)) {
        return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    try {
      DatasetReader reader = new DatasetReader(configuration);
      Manifest manifest = reader.manifest(folder);
      reader.checkSizes(folder, manifest);
      return Optional.empty();
    } catch (DamagedFileException damaged) {
      return Optional.of(damaged.getMessage());
    }
  }

  /** Leaves a mark in the folder of a dataset, if anything can be written there. */
  static void mark(Path folder, String reason, Configuration configuration) {
    byte[] text = reason.getBytes(StandardCharsets.UTF_8);
    try {
      FileSystem fileSystem = folder.getFileSystem(configuration);
      StoredFile.writeOnce(fileSystem, new Path(folder, MARK), out -> out.write(text));
    } catch (IOException readOnly) {
      // Who reads it next finds the same.
    }
  }

  /**
   * Puts a damaged dataset out of the way, for somebody to look at it.
   *
   * @return where it is now
   */
  static Path setAside(Path folder, FileSystem fileSystem) throws IOException {
    Path aside = new Path(folder.getParent(), "." + folder.getName() + MARK);
    fileSystem.delete(aside, true);
    if (!fileSystem.rename(folder, aside)) {
      throw new IOException("cannot rename " + folder + " to " + aside);
    }
    return aside;
  }
}
