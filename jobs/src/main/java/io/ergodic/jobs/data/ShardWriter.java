package io.ergodic.jobs.data;

import io.ergodic.datasets.kind.Column;
import io.ergodic.datasets.source.Row;
import io.ergodic.datasets.source.RowSink;
import java.io.Closeable;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.OutputFile;

/** Writes one shard: zstd, one row group, the same bytes for the same rows. */
final class ShardWriter implements RowSink, Closeable {
  private final ParquetWriter<Row> writer;
  private long rows;

  ShardWriter(Path file, ShardSchema schema, Configuration configuration) throws IOException {
    Builder builder =
        new Builder(new StableFooter(HadoopOutputFile.fromPath(file, configuration)), schema)
            .withConf(configuration)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
            .withWriterVersion(ParquetProperties.WriterVersion.PARQUET_1_0)
            .withRowGroupSize(Long.MAX_VALUE / 4);
    for (Column<Row> column : schema.columns()) {
      // Doubles of a chaotic orbit hardly ever repeat: a dictionary would only cost time.
      builder.withDictionaryEncoding(ShardSchema.path(column), column.repeats());
    }
    this.writer = builder.build();
  }

  @Override
  public void accept(Row row) throws IOException {
    writer.write(row);
    rows++;
  }

  long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static final class Builder extends ParquetWriter.Builder<Row, Builder> {
    private final ShardSchema schema;

    Builder(OutputFile file, ShardSchema schema) {
      super(file);
      this.schema = schema;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<Row> getWriteSupport(Configuration configuration) {
      return new RowWriteSupport(schema);
    }
  }
}
