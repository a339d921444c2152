package io.ergodic.jobs.data;

import io.ergodic.datasets.source.Row;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;

/** Reads shards into rows of primitive arrays. */
final class RowReadSupport extends ReadSupport<Row> {
  private final ShardSchema schema;

  RowReadSupport(ShardSchema schema) {
    this.schema = schema;
  }

  @Override
  public ReadContext init(InitContext context) {
    return new ReadContext(schema.message());
  }

  @Override
  public RecordMaterializer<Row> prepareForRead(
      Configuration configuration,
      Map<String, String> keyValueMetaData,
      MessageType fileSchema,
      ReadContext context) {
    ReadCells cells = new ReadCells(schema.columns());
    return new RecordMaterializer<>() {
      @Override
      public Row getCurrentRecord() {
        return schema.kind().row(cells, schema.schema());
      }

      @Override
      public GroupConverter getRootConverter() {
        return cells;
      }
    };
  }
}
