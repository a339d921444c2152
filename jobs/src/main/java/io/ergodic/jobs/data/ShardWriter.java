package io.ergodic.jobs.data;

import io.ergodic.datasets.kind.Column;
import io.ergodic.datasets.source.Row;
import io.ergodic.datasets.source.RowSink;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Writes one shard: zstd, row groups of some 64 MB, the same bytes for the same rows. Cells go
 * straight to the columns' writers, and no more than a row group is held in memory.
 */
final class ShardWriter implements RowSink, Closeable {
  private static final long ROW_GROUP = 64L << 20;

  private final ShardSchema schema;
  private final long most;
  private final ParquetFileWriter file;
  private final ParquetProperties properties;
  private final CodecFactory codecs;
  private final List<ColumnDescriptor> descriptors = new ArrayList<>();
  private final List<ColumnWriter> writers = new ArrayList<>();
  private final ColumnValues values = new ColumnValues();
  private ColumnChunkPageWriteStore pages;
  private ColumnWriteStore store;
  private long group;
  private long rows;

  ShardWriter(Path path, ShardSchema schema, Configuration configuration) throws IOException {
    this(path, schema, configuration, ROW_GROUP);
  }

  /**
   * @param most bytes of a row group, about
   */
  ShardWriter(Path path, ShardSchema schema, Configuration configuration, long most)
      throws IOException {
    this.schema = schema;
    this.most = most;
    ParquetProperties.Builder builder =
        ParquetProperties.builder().withWriterVersion(ParquetProperties.WriterVersion.PARQUET_1_0);
    for (Column<Row> column : schema.columns()) {
      // Doubles of a chaotic orbit hardly ever repeat: a dictionary would only cost time.
      builder.withDictionaryEncoding(ShardSchema.path(column), column.repeats());
      String[] inside = ShardSchema.path(column).split("\\.");
      descriptors.add(schema.message().getColumnDescription(inside));
    }
    this.properties = builder.build();
    this.codecs = new CodecFactory(configuration, properties.getPageSizeThreshold());
    this.file =
        new ParquetFileWriter(
            new StableFooter(path.getFileSystem(configuration).create(path, true)),
            schema.message(),
            ParquetFileWriter.Mode.OVERWRITE,
            ParquetWriter.DEFAULT_BLOCK_SIZE,
            ParquetWriter.MAX_PADDING_SIZE_DEFAULT,
            properties.getColumnIndexTruncateLength(),
            properties.getStatisticsTruncateLength(),
            properties.getPageWriteChecksumEnabled());
    file.start();
    begin();
  }

  /** Begins a row group. */
  private void begin() {
    pages =
        new ColumnChunkPageWriteStore(
            codecs.getCompressor(CompressionCodecName.ZSTD),
            schema.message(),
            properties.getAllocator(),
            properties.getColumnIndexTruncateLength(),
            properties.getPageWriteChecksumEnabled());
    store = properties.newColumnWriteStore(schema.message(), pages, pages);
    writers.clear();
    descriptors.forEach(descriptor -> writers.add(store.getColumnWriter(descriptor)));
    group = 0;
  }

  @Override
  public void accept(Row row) throws IOException {
    List<Column<Row>> columns = schema.columns();
    for (int i = 0; i < columns.size(); i++) {
      values.into(writers.get(i));
      columns.get(i).writer().write(row, values);
    }
    store.endRecord();
    rows++;
    group++;
    if (store.getBufferedSize() > most) {
      end();
      begin();
    }
  }

  /** Ends a row group; one without rows leaves nothing. */
  private void end() throws IOException {
    if (group > 0) {
      file.startBlock(group);
      store.flush();
      pages.flushToFileWriter(file);
      file.endBlock();
    }
    store.close();
  }

  long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    try {
      end();
      file.end(Map.of());
    } finally {
      codecs.release();
    }
  }
}
