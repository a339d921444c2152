package io.ergodic.jobs.data;

import io.ergodic.datasets.manifest.Shard;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.source.Row;
import io.ergodic.datasets.storage.DamagedFileException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;

/**
 * The rows of a list of shards, one shard after the other, each file open only while it is read.
 */
final class ShardRows implements Iterator<Row>, Closeable {
  private final Path folder;
  private final Iterator<Shard> shards;
  private final ShardSchema schema;
  private final Configuration configuration;
  private Path file;
  private Shard shard;
  private ParquetReader<Row> reader;
  private Row next;

  ShardRows(Path folder, List<Shard> shards, ShardSchema schema, Configuration configuration) {
    this.folder = folder;
    this.shards = shards.iterator();
    this.schema = schema;
    this.configuration = configuration;
  }

  @Override
  public boolean hasNext() {
    try {
      while (next == null && (reader != null || shards.hasNext())) {
        advance();
      }
      return next != null;
    } catch (InvalidInputException known) {
      throw known;
    } catch (ChecksumException damaged) {
      throw new DamagedFileException(file + ": damaged: " + damaged.getMessage(), damaged);
    } catch (IOException failure) {
      if (changed()) {
        throw new DamagedFileException(file + ": damaged: " + failure.getMessage(), failure);
      }
      throw new UncheckedIOException(file + ": " + failure.getMessage(), failure);
    } catch (RuntimeException broken) {
      throw new DamagedFileException(
          file + ": not readable as Parquet (" + broken.getMessage() + ")", broken);
    }
  }

  /** Whether the file is not what was written: Parquet says so as it says that a disk fails. */
  private boolean changed() {
    try {
      FileSystem fileSystem = file.getFileSystem(configuration);
      return !new ContentHash().addStream(fileSystem.open(file)).hex().equals(shard.sha256());
    } catch (IOException unreadable) {
      return false;
    }
  }

  private void advance() throws IOException {
    if (reader == null) {
      shard = shards.next();
      file = new Path(folder, shard.file());
      InputFile input = HadoopInputFile.fromPath(file, configuration);
      long most = ShardFooter.check(input, file.toString(), shard, schema);
      reader =
          new Builder(input, schema)
              .usePageChecksumVerification()
              .withCodecFactory(new BoundedCodecs(configuration, most))
              .build();
    }
    next = reader.read();
    if (next == null) {
      close();
    }
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Row row = next;
    next = null;
    return row;
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }

  private static final class Builder extends ParquetReader.Builder<Row> {
    private final ShardSchema schema;

    Builder(InputFile file, ShardSchema schema) {
      super(file);
      this.schema = schema;
    }

    @Override
    protected ReadSupport<Row> getReadSupport() {
      return new RowReadSupport(schema);
    }
  }
}
