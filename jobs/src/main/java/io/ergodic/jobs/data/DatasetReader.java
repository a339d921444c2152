package io.ergodic.jobs.data;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.kind.Assembler;
import io.ergodic.datasets.kind.DataKind;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.ManifestJson;
import io.ergodic.datasets.manifest.Shard;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.source.Row;
import io.ergodic.datasets.storage.DamagedFileException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Reads datasets from disk into memory, on the driver or inside a task. */
public final class DatasetReader {
  private static final long LONGEST_MANIFEST = 256L << 20;

  private final Configuration configuration;

  public DatasetReader(Configuration configuration) {
    this.configuration = configuration;
  }

  /** The manifest of a dataset folder. */
  public Manifest manifest(Path folder) throws IOException {
    Path file = new Path(folder, Manifest.FILE);
    FileSystem fileSystem = file.getFileSystem(configuration);
    try (var stream = fileSystem.open(file)) {
      long bytes = fileSystem.getFileStatus(file).getLen();
      if (bytes > LONGEST_MANIFEST) {
        throw new InvalidInputException(
            file + ": no manifest: " + bytes + " bytes, at most " + LONGEST_MANIFEST);
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      Manifest manifest = ManifestJson.read(text, file.toString());
      checkScaler(manifest, file);
      return manifest;
    } catch (ChecksumException damaged) {
      throw new DamagedFileException(file + ": damaged: " + damaged.getMessage(), damaged);
    } catch (FileNotFoundException missing) {
      throw new InvalidInputException(folder + ": no dataset here (no " + Manifest.FILE + ")");
    }
  }

  /** Whether there is a mean for each of what the kind of data scales. */
  private static void checkScaler(Manifest manifest, Path file) {
    DataKind<Row, Dataset> kind = DataKind.of(manifest.schema());
    int scaled;
    try {
      scaled = kind.scaled(manifest.schema());
    } catch (IllegalStateException incomplete) {
      throw new InvalidInputException(file + ": a damaged manifest: " + incomplete.getMessage());
    }
    if (manifest.scaler().mean().length != scaled) {
      throw new InvalidInputException(
          file
              + ": a damaged manifest: scaler: "
              + manifest.scaler().mean().length
              + " means for "
              + scaled
              + " variables");
    }
  }

  /**
   * All splits of a dataset.
   *
   * @throws DamagedFileException when a shard is not what was written; the folder is marked, so
   *     that the next run makes the dataset again
   */
  public Dataset read(Path folder) throws IOException {
    Manifest manifest = manifest(folder);
    try (ShardRows rows =
        new ShardRows(
            folder, manifest.shards(), ShardSchema.of(manifest.schema()), configuration)) {
      checkSizes(folder, manifest);
      return Assembler.assemble(manifest, rows);
    } catch (DamagedFileException damaged) {
      DatasetDamage.mark(folder, damaged.getMessage(), configuration);
      throw new DamagedFileException(
          damaged.getMessage() + "; the next run makes the dataset again", damaged);
    }
  }

  /** Compares the sizes of all shards with the manifest's. */
  void checkSizes(Path folder, Manifest manifest) throws IOException {
    for (Shard shard : manifest.shards()) {
      checkSize(new Path(folder, shard.file()), shard);
    }
  }

  /** Compares every shard's SHA-256 with the manifest's. */
  public void verify(Path folder) throws IOException {
    for (Shard shard : manifest(folder).shards()) {
      Path file = new Path(folder, shard.file());
      checkSize(file, shard);
      FileSystem fileSystem = file.getFileSystem(configuration);
      String found;
      try {
        found = new ContentHash().addStream(fileSystem.open(file)).hex();
      } catch (ChecksumException damaged) {
        throw new DamagedFileException(file + ": damaged: " + damaged.getMessage(), damaged);
      }
      if (!found.equals(shard.sha256())) {
        throw new DamagedFileException(
            file + ": SHA-256 is " + found + ", the manifest says " + shard.sha256());
      }
    }
  }

  private void checkSize(Path file, Shard shard) throws IOException {
    FileSystem fileSystem = file.getFileSystem(configuration);
    if (!fileSystem.exists(file)) {
      throw new DamagedFileException(file + ": missing, though the manifest lists it");
    }
    long found = fileSystem.getFileStatus(file).getLen();
    if (found != shard.bytes()) {
      throw new DamagedFileException(
          file + ": truncated or changed: " + found + " bytes, the manifest says " + shard.bytes());
    }
  }
}
