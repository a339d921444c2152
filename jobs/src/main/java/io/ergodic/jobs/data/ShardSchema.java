package io.ergodic.jobs.data;

import static org.apache.parquet.schema.LogicalTypeAnnotation.listType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FLOAT;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.kind.Column;
import io.ergodic.datasets.kind.DataKind;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.source.Row;
import java.util.List;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/**
 * The form of the shards of a dataset, readable as they are by Spark SQL, pandas and DuckDB.
 *
 * @param kind of the rows
 * @param schema of the dataset
 * @param columns as the kind orders them
 * @param message the same in Parquet's terms
 */
record ShardSchema(
    DataKind<Row, Dataset> kind, Schema schema, List<Column<Row>> columns, MessageType message) {

  static ShardSchema of(Schema schema) {
    DataKind<Row, Dataset> kind = DataKind.of(schema);
    List<Column<Row>> columns = kind.columns(schema);
    Types.MessageTypeBuilder message = Types.buildMessage();
    for (Column<Row> column : columns) {
      add(message, column);
    }
    return new ShardSchema(kind, schema, columns, message.named(kind.rowName()));
  }

  /** Where the values of a column lie in the file. */
  static String path(Column<?> column) {
    return switch (column.type()) {
      case INTEGERS, FLOATS, DOUBLES -> column.name() + ".list.element";
      case TEXT, INTEGER, LONG, DOUBLE, BYTES -> column.name();
    };
  }

  private static void add(Types.MessageTypeBuilder message, Column<?> column) {
    switch (column.type()) {
      case TEXT -> message.required(BINARY).as(stringType()).named(column.name());
      case INTEGER -> message.required(INT32).named(column.name());
      case LONG -> message.required(INT64).named(column.name());
      case DOUBLE -> message.required(DOUBLE).named(column.name());
      case BYTES -> message.required(BINARY).named(column.name());
      case INTEGERS -> list(message, column.name(), INT32);
      case FLOATS -> list(message, column.name(), FLOAT);
      case DOUBLES -> list(message, column.name(), DOUBLE);
    }
  }

  private static void list(Types.MessageTypeBuilder message, String name, PrimitiveTypeName of) {
    message
        .requiredGroup()
        .as(listType())
        .repeatedGroup()
        .required(of)
        .named("element")
        .named("list")
        .named(name);
  }
}
