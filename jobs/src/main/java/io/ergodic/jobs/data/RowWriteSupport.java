package io.ergodic.jobs.data;

import io.ergodic.datasets.kind.Column;
import io.ergodic.datasets.source.Row;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;

/** Writes rows straight into Parquet's column writers, without an object in between. */
final class RowWriteSupport extends WriteSupport<Row> {
  private final ShardSchema schema;
  private RecordConsumer consumer;
  private ConsumedValues values;

  RowWriteSupport(ShardSchema schema) {
    this.schema = schema;
  }

  @Override
  public WriteContext init(Configuration configuration) {
    return new WriteContext(schema.message(), Map.of());
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    consumer = recordConsumer;
    values = new ConsumedValues(recordConsumer);
  }

  @Override
  public void write(Row row) {
    List<Column<Row>> columns = schema.columns();
    consumer.startMessage();
    for (int index = 0; index < columns.size(); index++) {
      Column<Row> column = columns.get(index);
      consumer.startField(column.name(), index);
      column.writer().write(row, values);
      consumer.endField(column.name(), index);
    }
    consumer.endMessage();
  }
}
