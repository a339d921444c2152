package io.ergodic.jobs.result;

import io.ergodic.evaluation.result.ResultRow;
import io.ergodic.jobs.data.StableFooter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/**
 * Result rows as Parquet: the columns and types that Spark SQL gives them, zstd. Spark SQL itself
 * takes seconds to start, which is longer than all of the rows. They go into one file: a suite of
 * thousands of trials has some hundred kilobytes of them, which folders by dataset or system would
 * only cut into files of a few rows each.
 */
final class ParquetTable {
  /** Key of the file's metadata that holds the version of its columns. */
  static final String VERSION = "ergodic.results.version";

  private ParquetTable() {}

  /** Writes all rows, the same bytes for the same rows, and closes the stream. */
  static void write(List<ResultRow> rows, Configuration configuration, OutputStream out)
      throws IOException {
    try (ParquetWriter<ResultRow> writer =
        new Builder(new StableFooter(out))
            .withConf(configuration)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .build()) {
      for (ResultRow row : rows) {
        writer.write(row);
      }
    }
  }

  /** Every column may lack a value, as in a table of Spark SQL. */
  private static MessageType schema() {
    var components = ResultRow.class.getRecordComponents();
    Types.MessageTypeBuilder message = Types.buildMessage();
    for (int i = 0; i < components.length; i++) {
      PrimitiveTypeName type = type(components[i].getType());
      var column = Types.optional(type);
      if (type == PrimitiveTypeName.BINARY) {
        column = column.as(LogicalTypeAnnotation.stringType());
      }
      message.addField(column.named(ResultRow.COLUMNS.get(i)));
    }
    return message.named("spark_schema");
  }

  private static PrimitiveTypeName type(Class<?> component) {
    if (component == long.class) {
      return PrimitiveTypeName.INT64;
    }
    if (component == int.class || component == Integer.class) {
      return PrimitiveTypeName.INT32;
    }
    return component == Double.class ? PrimitiveTypeName.DOUBLE : PrimitiveTypeName.BINARY;
  }

  private static final class Builder extends ParquetWriter.Builder<ResultRow, Builder> {
    Builder(OutputFile file) {
      super(file);
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<ResultRow> getWriteSupport(Configuration configuration) {
      return new Rows();
    }
  }

  private static final class Rows extends WriteSupport<ResultRow> {
    private RecordConsumer consumer;

    @Override
    public WriteContext init(Configuration configuration) {
      return new WriteContext(schema(), Map.of(VERSION, String.valueOf(ResultRow.VERSION)));
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
      consumer = recordConsumer;
    }

    @Override
    public void write(ResultRow row) {
      Object[] cells = row.cells();
      consumer.startMessage();
      for (int i = 0; i < cells.length; i++) {
        if (cells[i] != null) {
          consumer.startField(ResultRow.COLUMNS.get(i), i);
          add(cells[i]);
          consumer.endField(ResultRow.COLUMNS.get(i), i);
        }
      }
      consumer.endMessage();
    }

    private void add(Object cell) {
      if (cell instanceof Double number) {
        consumer.addDouble(number);
      } else if (cell instanceof Long whole) {
        consumer.addLong(whole);
      } else if (cell instanceof Integer whole) {
        consumer.addInteger(whole);
      } else {
        consumer.addBinary(Binary.fromString(cell.toString()));
      }
    }
  }
}
