package io.ergodic.jobs.ml;

import io.ergodic.datasets.settings.InvalidInputException;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.StringArrayParam;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What models of series have in common. They add {@code predictionCol}: the rows that follow, as an
 * array of numbers where plain numbers were given, else as an array of rows. Where a DataFrame has
 * a row of a series in every row, what follows that row is added to it, or null where too few rows
 * stand before it.
 *
 * @param <M> its own class
 */
public abstract class SeriesModel<M extends SeriesModel<M>> extends RecipeModel<M> {
  private static final long serialVersionUID = 1;
  private static final String CONTEXT = "ergodic_context";

  private final Param<String> inputCol;
  private final StringArrayParam valueCols;
  private final Param<String> timeCol;
  private final Param<String> idCol;

  SeriesModel(String uid, FittedFile file) {
    super(uid, file);
    this.inputCol = new Param<>(this, "inputCol", "column of whole series");
    this.valueCols = new StringArrayParam(this, "valueCols", "columns of rows of series");
    this.timeCol = new Param<>(this, "timeCol", "column that rows are ordered by");
    this.idCol = new Param<>(this, "idCol", "column that tells series apart");
    setDefault(inputCol, "series");
    setDefault(valueCols, new String[0]);
    setDefault(timeCol, "");
    setDefault(idCol, "");
  }

  public final Param<String> inputCol() {
    return inputCol;
  }

  public final StringArrayParam valueCols() {
    return valueCols;
  }

  public final Param<String> timeCol() {
    return timeCol;
  }

  public final Param<String> idCol() {
    return idCol;
  }

  /** Rows of an answer. */
  abstract int rows();

  private SeriesColumns columns() {
    return new SeriesColumns(
        value(inputCol), List.of(value(valueCols)), value(timeCol), value(idCol));
  }

  /** A schema with the column that is added. */
  static StructType with(StructType schema, SeriesColumns columns, String prediction) {
    columns.check(schema);
    if (List.of(schema.fieldNames()).contains(prediction)) {
      throw new InvalidInputException(
          "predictionCol: there is a column " + prediction + " already");
    }
    ArrayType numbers = DataTypes.createArrayType(DataTypes.DoubleType);
    boolean flat = columns.flat(schema);
    return schema.add(prediction, flat ? numbers : DataTypes.createArrayType(numbers), true);
  }

  @Override
  public final StructType transformSchema(StructType schema) {
    return with(schema, columns(), value(predictionCol()));
  }

  @Override
  public final Dataset<Row> transform(Dataset<?> frame) {
    StructType schema = transformSchema(frame.schema());
    SeriesColumns columns = columns();
    int context = SeriesAnswers.contextRows(stored());
    SeriesAnswers answers =
        new SeriesAnswers(file(), rows(), context, columns.flat(frame.schema()), columns.rowwise());
    MapPartitionsFunction<Row, Row> answering = answers::answers;
    return columns.contexts(frame, CONTEXT, context).mapPartitions(answering, Encoders.row(schema));
  }
}
