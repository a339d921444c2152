package io.ergodic.jobs.ml;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;

import io.ergodic.datasets.settings.InvalidInputException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.functions;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;

/**
 * Where the series of a DataFrame stand: a series in every row, as an array (of numbers, or of rows
 * of numbers) or a vector; or a row of a series in every row, with its time.
 *
 * @param series column of whole series; used where {@code values} is empty
 * @param values columns of the variables
 * @param time column that rows are ordered by
 * @param id column that tells series apart; empty where there is one
 */
record SeriesColumns(String series, List<String> values, String time, String id)
    implements Serializable {
  private static final long serialVersionUID = 1;
  private static final String ROWS = "array<array<double>>";
  private static final String COLLECTED = "ergodic_rows";

  /** Whether every row of the DataFrame is a row of a series. */
  boolean rowwise() {
    return !values.isEmpty();
  }

  /** Whether answers are plain numbers, as what was given. */
  boolean flat(StructType schema) {
    return rowwise()
        ? values.size() == 1
        : !(type(schema) instanceof ArrayType list && list.elementType() instanceof ArrayType);
  }

  /** Refuses a DataFrame without these columns, or of other types. */
  void check(StructType schema) {
    List<String> needed = new ArrayList<>(values);
    if (rowwise()) {
      needed.add(time);
      if (!id.isEmpty()) {
        needed.add(id);
      }
    } else {
      needed.add(series);
    }
    for (String name : needed) {
      if (!List.of(schema.fieldNames()).contains(name)) {
        throw new InvalidInputException(
            (name.isEmpty() ? "timeCol: has to be given with valueCols" : "no column " + name)
                + "; the DataFrame has "
                + String.join(", ", schema.fieldNames()));
      }
    }
    for (String name : values) {
      if (!(schema.apply(name).dataType() instanceof NumericType)) {
        throw new InvalidInputException(
            "column " + name + ": has to be of numbers, not " + schema.apply(name).dataType());
      }
    }
    if (!rowwise() && !isSeries(type(schema))) {
      throw new InvalidInputException(
          "column "
              + series
              + ": has to be a vector, an array of numbers or an array of arrays of numbers, not "
              + type(schema).simpleString());
    }
  }

  private DataType type(StructType schema) {
    return schema.apply(series).dataType();
  }

  private static boolean isSeries(DataType type) {
    if (type.equals(SQLDataTypes.VectorType())) {
      return true;
    }
    DataType inner = type instanceof ArrayType list ? list.elementType() : type;
    DataType innermost = inner instanceof ArrayType list ? list.elementType() : inner;
    return type instanceof ArrayType && innermost instanceof NumericType;
  }

  /** Whole series as arrays of rows. */
  private Column rows(StructType schema) {
    Column column = col(quoted(series));
    if (type(schema).equals(SQLDataTypes.VectorType())) {
      return transform(functions.vector_to_array(column, "float64"), value -> array(value));
    }
    return flat(schema)
        ? transform(column.cast("array<double>"), value -> array(value))
        : column.cast(ROWS);
  }

  private Column row() {
    return array(
        values.stream().map(name -> col(quoted(name)).cast("double")).toArray(Column[]::new));
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  /** A word: a number would be the place of a column. */
  private Column group() {
    return id.isEmpty() ? lit("one") : col(quoted(id));
  }

  /**
   * What was collected.
   *
   * @param series each rows x variables, row-major in time
   */
  record Collected(ArrayList<double[]> series, int variables) {}

  /** All series of a DataFrame, which have to have the same variables. */
  Collected collect(Dataset<?> frame) {
    check(frame.schema());
    Dataset<Row> collected =
        rowwise()
            ? frame
                .groupBy(group())
                .agg(
                    sort_array(collect_list(struct(col(quoted(time)).as("t"), row().as("r"))))
                        .as(COLLECTED))
                .select(
                    transform(col(COLLECTED), one -> one.getField("r")),
                    transform(col(COLLECTED), one -> one.getField("t")))
            : frame.select(rows(frame.schema()));
    ArrayList<double[]> all = new ArrayList<>();
    int variables = 0;
    for (Row row : collected.collectAsList()) {
      if (rowwise()) {
        refuseRepeated(row.getList(1));
      }
      int own = SeriesRows.variables(row, 0);
      if (variables > 0 && own != variables) {
        throw new InvalidInputException(
            "series of " + variables + " and of " + own + " variables in one DataFrame");
      }
      variables = own;
      all.add(SeriesRows.flattened(row, 0));
    }
    if (all.isEmpty()) {
      throw new InvalidInputException("the DataFrame has no rows to be trained on");
    }
    return new Collected(all, variables);
  }

  private void refuseRepeated(List<?> times) {
    for (int i = 0; i < times.size(); i++) {
      if (times.get(i) == null || (i > 0 && times.get(i).equals(times.get(i - 1)))) {
        throw new InvalidInputException(
            "column "
                + time
                + ": "
                + (times.get(i) == null ? "a row without a time" : times.get(i) + " comes twice")
                + (id.isEmpty() ? "; is idCol missing?" : " in a series"));
      }
    }
  }

  /**
   * The DataFrame with a column of what a model reads: the whole series, or the last rows up to
   * every row.
   */
  Dataset<Row> contexts(Dataset<?> frame, String name, int length) {
    check(frame.schema());
    if (!rowwise()) {
      return frame.withColumn(name, rows(frame.schema()));
    }
    WindowSpec window =
        Window.partitionBy(group()).orderBy(col(quoted(time))).rowsBetween(1 - length, 0);
    return frame.withColumn(name, collect_list(row()).over(window));
  }

  /** Names of the variables. */
  ArrayList<String> names(int dimension) {
    if (rowwise()) {
      return new ArrayList<>(values);
    }
    String[] names = new String[dimension];
    Arrays.setAll(names, i -> "variable" + i);
    return new ArrayList<>(List.of(names));
  }
}
