package io.ergodic.jobs.data;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.kind.Assembler;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.ManifestJson;
import io.ergodic.datasets.manifest.Shard;
import io.ergodic.datasets.settings.InvalidInputException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Reads datasets from disk into memory, on the driver or inside a task. */
public final class DatasetReader {
  private final Configuration configuration;

  public DatasetReader(Configuration configuration) {
    this.configuration = configuration;
  }

  /** The manifest of a dataset folder. */
  public Manifest manifest(Path folder) throws IOException {
    Path file = new Path(folder, Manifest.FILE);
    FileSystem fileSystem = file.getFileSystem(configuration);
    try (var stream = fileSystem.open(file)) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return ManifestJson.read(text, file.toString());
    } catch (FileNotFoundException missing) {
      throw new InvalidInputException(folder + ": no dataset here (no " + Manifest.FILE + ")");
    }
  }

  /** All splits of a dataset. */
  public Dataset read(Path folder) throws IOException {
    Manifest manifest = manifest(folder);
    for (Shard shard : manifest.shards()) {
      checkSize(new Path(folder, shard.file()), shard);
    }
    try (ShardRows rows =
        new ShardRows(
            folder, manifest.shards(), ShardSchema.of(manifest.schema()), configuration)) {
      return Assembler.assemble(manifest, rows);
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
        throw new InvalidInputException(file + ": damaged: " + damaged.getMessage(), damaged);
      }
      if (!found.equals(shard.sha256())) {
        throw new InvalidInputException(
            file + ": SHA-256 is " + found + ", the manifest says " + shard.sha256());
      }
    }
  }

  private void checkSize(Path file, Shard shard) throws IOException {
    FileSystem fileSystem = file.getFileSystem(configuration);
    if (!fileSystem.exists(file)) {
      throw new InvalidInputException(file + ": missing, though the manifest lists it");
    }
    long found = fileSystem.getFileStatus(file).getLen();
    if (found != shard.bytes()) {
      throw new InvalidInputException(
          file + ": truncated or changed: " + found + " bytes, the manifest says " + shard.bytes());
    }
  }
}
