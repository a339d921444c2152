package io.ergodic.jobs.data;

import static org.apache.parquet.schema.LogicalTypeAnnotation.listType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import io.ergodic.datasets.manifest.Schema;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;

/** The Parquet schemas of shards, readable as they are by Spark SQL, pandas and DuckDB. */
final class ShardSchema {
  /** A block of consecutive samples; {@code values} is samples x dimension, row-major. */
  static final MessageType SERIES = block().named("series_block");

  /** The same with values of the schema's parameters. */
  static final MessageType SERIES_WITH_PARAMETERS =
      doubles(block(), "parameters").named("series_block");

  /** An image; {@code pixels} is height x width x channels unsigned bytes. */
  static final MessageType IMAGES =
      Types.buildMessage()
          .required(BINARY)
          .as(stringType())
          .named("split")
          .required(INT64)
          .named("index")
          .required(INT32)
          .named("label")
          .required(BINARY)
          .named("pixels")
          .named("image");

  private ShardSchema() {}

  static MessageType of(Schema schema) {
    if (Schema.IMAGES.equals(schema.kind())) {
      return IMAGES;
    }
    return schema.parameters().isEmpty() ? SERIES : SERIES_WITH_PARAMETERS;
  }

  private static Types.GroupBuilder<MessageType> block() {
    Types.GroupBuilder<MessageType> block =
        Types.buildMessage()
            .required(BINARY)
            .as(stringType())
            .named("split")
            .required(BINARY)
            .as(stringType())
            .named("series")
            .required(INT32)
            .named("block")
            .required(DOUBLE)
            .named("start")
            .required(DOUBLE)
            .named("step")
            .required(INT32)
            .named("dimension");
    return doubles(block, "values");
  }

  private static Types.GroupBuilder<MessageType> doubles(
      Types.GroupBuilder<MessageType> message, String name) {
    return message
        .requiredGroup()
        .as(listType())
        .repeatedGroup()
        .required(DOUBLE)
        .named("element")
        .named("list")
        .named(name);
  }
}
