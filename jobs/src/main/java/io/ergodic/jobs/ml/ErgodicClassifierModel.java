package io.ergodic.jobs.ml;

import io.ergodic.datasets.settings.InvalidInputException;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;

/**
 * A classifier that was fitted; adds the class number (double) and the probabilities of all classes
 * (vector).
 */
public final class ErgodicClassifierModel extends RecipeModel<ErgodicClassifierModel> {
  private static final long serialVersionUID = 1;

  private final Param<String> featuresCol = new Param<>(this, "featuresCol", "column of examples");
  private final Param<String> labelCol = new Param<>(this, "labelCol", "column of class numbers");
  private final Param<String> probabilityCol =
      new Param<>(this, "probabilityCol", "column it adds, of class probabilities");

  ErgodicClassifierModel(String uid, FittedFile file) {
    super(uid, file);
    setDefault(featuresCol, "features");
    setDefault(labelCol, "label");
    setDefault(probabilityCol, "probability");
  }

  public static MLReader<ErgodicClassifierModel> read() {
    return new FittedReader<>(ErgodicClassifierModel.class, ErgodicClassifierModel::new);
  }

  /** Loads a model that was saved. */
  public static ErgodicClassifierModel load(String path) {
    return read().load(path);
  }

  public Param<String> featuresCol() {
    return featuresCol;
  }

  public Param<String> labelCol() {
    return labelCol;
  }

  public Param<String> probabilityCol() {
    return probabilityCol;
  }

  /** Number of classes. */
  public int numClasses() {
    return stored().facts().output().axis(0);
  }

  @Override
  ErgodicClassifierModel same() {
    return new ErgodicClassifierModel(uid(), file());
  }

  /** A schema with the columns that are added. */
  static StructType with(StructType schema, String features, String prediction, String shares) {
    List<String> names = List.of(schema.fieldNames());
    if (!names.contains(features) || !isNumbers(schema.apply(features).dataType())) {
      throw new InvalidInputException(
          "no column " + features + " of vectors or arrays of numbers for featuresCol");
    }
    for (String added : List.of(prediction, shares)) {
      if (names.contains(added)) {
        throw new InvalidInputException("there is a column " + added + " already");
      }
    }
    return schema
        .add(prediction, DataTypes.DoubleType, false)
        .add(shares, SQLDataTypes.VectorType(), false);
  }

  private static boolean isNumbers(DataType type) {
    return type.equals(SQLDataTypes.VectorType())
        || (type instanceof ArrayType list && list.elementType() instanceof NumericType);
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return with(schema, value(featuresCol), value(predictionCol()), value(probabilityCol));
  }

  @Override
  public Dataset<Row> transform(Dataset<?> frame) {
    StructType schema = transformSchema(frame.schema());
    ClassAnswers answers = new ClassAnswers(file(), frame.schema().fieldIndex(value(featuresCol)));
    MapPartitionsFunction<Row, Row> answering = answers::answers;
    return frame.toDF().mapPartitions(answering, Encoders.row(schema));
  }
}
