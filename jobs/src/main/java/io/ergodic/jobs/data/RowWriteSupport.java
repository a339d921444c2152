package io.ergodic.jobs.data;

import io.ergodic.datasets.source.Row;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/** Writes rows straight into Parquet's column writers, without an object in between. */
final class RowWriteSupport extends WriteSupport<Row> {
  private final MessageType schema;
  private RecordConsumer consumer;

  RowWriteSupport(MessageType schema) {
    this.schema = schema;
  }

  @Override
  public WriteContext init(Configuration configuration) {
    return new WriteContext(schema, Map.of());
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    consumer = recordConsumer;
  }

  @Override
  public void write(Row row) {
    consumer.startMessage();
    if (row instanceof Row.Block block) {
      writeBlock(block);
    } else if (row instanceof Row.Image image) {
      writeImage(image);
    }
    consumer.endMessage();
  }

  private void writeBlock(Row.Block block) {
    string(0, "split", block.split().label());
    string(1, "series", block.series());
    integer(2, "block", block.block());
    number(3, "start", block.start());
    number(4, "step", block.step());
    integer(5, "dimension", block.dimension());
    doubles(6, "values", block.values());
    if (schema.getFieldCount() > 7) {
      doubles(7, "parameters", block.parameters());
    }
  }

  private void doubles(int index, String field, double[] values) {
    consumer.startField(field, index);
    consumer.startGroup();
    if (values.length > 0) {
      consumer.startField("list", 0);
      for (double value : values) {
        consumer.startGroup();
        number(0, "element", value);
        consumer.endGroup();
      }
      consumer.endField("list", 0);
    }
    consumer.endGroup();
    consumer.endField(field, index);
  }

  private void writeImage(Row.Image image) {
    string(0, "split", image.split().label());
    consumer.startField("index", 1);
    consumer.addLong(image.index());
    consumer.endField("index", 1);
    integer(2, "label", image.label());
    consumer.startField("pixels", 3);
    consumer.addBinary(Binary.fromConstantByteArray(image.pixels()));
    consumer.endField("pixels", 3);
  }

  private void string(int index, String field, String value) {
    consumer.startField(field, index);
    consumer.addBinary(Binary.fromString(value));
    consumer.endField(field, index);
  }

  private void integer(int index, String field, int value) {
    consumer.startField(field, index);
    consumer.addInteger(value);
    consumer.endField(field, index);
  }

  private void number(int index, String field, double value) {
    consumer.startField(field, index);
    consumer.addDouble(value);
    consumer.endField(field, index);
  }
}
