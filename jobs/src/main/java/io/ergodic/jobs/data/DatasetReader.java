package io.ergodic.jobs.data;

import io.ergodic.datasets.assembly.DatasetAssembler;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.ManifestJson;
import io.ergodic.datasets.manifest.Shard;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.source.Row;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.schema.MessageType;

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
    MessageType schema = ShardSchema.of(manifest.schema());
    DatasetAssembler assembler = new DatasetAssembler(manifest);
    for (Shard shard : manifest.shards()) {
      Path file = new Path(folder, shard.file());
      checkSize(file, shard);
      try (ParquetReader<Row> reader =
          new Builder(HadoopInputFile.fromPath(file, configuration), schema).build()) {
        for (Row row = reader.read(); row != null; row = reader.read()) {
          assembler.add(row);
        }
      } catch (RuntimeException broken) {
        if (broken instanceof InvalidInputException) {
          throw broken;
        }
        throw new InvalidInputException(
            file + ": not readable as Parquet (" + broken.getMessage() + ")", broken);
      }
    }
    return assembler.assemble();
  }

  /** Compares every shard's SHA-256 with the manifest's. */
  public void verify(Path folder) throws IOException {
    for (Shard shard : manifest(folder).shards()) {
      Path file = new Path(folder, shard.file());
      checkSize(file, shard);
      FileSystem fileSystem = file.getFileSystem(configuration);
      String found = new ContentHash().addStream(fileSystem.open(file)).hex();
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

  private static final class Builder extends ParquetReader.Builder<Row> {
    private final MessageType schema;

    Builder(InputFile file, MessageType schema) {
      super(file);
      this.schema = schema;
    }

    @Override
    protected ReadSupport<Row> getReadSupport() {
      return new RowReadSupport(schema);
    }
  }
}
