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
  private final MessageType schema;

  RowReadSupport(MessageType schema) {
    this.schema = schema;
  }

  @Override
  public ReadContext init(InitContext context) {
    return new ReadContext(schema);
  }

  @Override
  public RecordMaterializer<Row> prepareForRead(
      Configuration configuration,
      Map<String, String> keyValueMetaData,
      MessageType fileSchema,
      ReadContext context) {
    RowConverter root =
        schema == ShardSchema.IMAGES ? new RowConverter.OfImages() : new RowConverter.OfBlocks();
    return new RecordMaterializer<>() {
      @Override
      public Row getCurrentRecord() {
        return root.row();
      }

      @Override
      public GroupConverter getRootConverter() {
        return root;
      }
    };
  }
}
