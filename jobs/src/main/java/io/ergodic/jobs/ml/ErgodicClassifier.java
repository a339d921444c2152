package io.ergodic.jobs.ml;

import io.ergodic.datasets.settings.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.param.IntArrayParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;

/**
 * Trains a recipe to tell classes apart. {@code featuresCol} is a vector or an array of numbers of
 * one {@code shape}: [rows, variables] for series, row by row; [channels, height, width] for
 * pictures, whose values are pixels, whole numbers of 0 to 255. Without a shape an example is a
 * series of one variable. {@code labelCol} holds class numbers from 0.
 *
 * <pre>
 * new ErgodicClassifier().setRecipe("resnet-8").setShape(1, 28, 28).setSettings("epochs = 10")
 * </pre>
 */
public final class ErgodicClassifier extends RecipeEstimator<ErgodicClassifierModel> {
  private static final long serialVersionUID = 1;
  private static final int MOST_CLASSES = 1 << 20;

  private final Param<String> featuresCol = new Param<>(this, "featuresCol", "column of examples");
  private final Param<String> labelCol = new Param<>(this, "labelCol", "column of class numbers");
  private final Param<String> probabilityCol =
      new Param<>(this, "probabilityCol", "column the model adds, of class probabilities");
  private final IntArrayParam shape = new IntArrayParam(this, "shape", "axes of an example");

  public ErgodicClassifier() {
    this(Identifiable$.MODULE$.randomUID("ergodicClassifier"));
  }

  public ErgodicClassifier(String uid) {
    super(uid, "gru-classifier", 0.1);
    setDefault(featuresCol, "features");
    setDefault(labelCol, "label");
    setDefault(probabilityCol, "probability");
    setDefault(shape, new int[0]);
  }

  public static MLReader<ErgodicClassifier> read() {
    return new DefaultParamsReader<>();
  }

  /** Loads an estimator that was saved. */
  public static ErgodicClassifier load(String path) {
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

  public IntArrayParam shape() {
    return shape;
  }

  @Override
  RecipeTraining training() {
    return training("classification", "");
  }

  @Override
  ErgodicClassifierModel model(FittedFile file) {
    return new ErgodicClassifierModel(uid(), file);
  }

  @Override
  FrameData collect(Dataset<?> frame) {
    String features = value(featuresCol);
    String label = value(labelCol);
    ArrayList<LabelledFrame.Example> examples = new ArrayList<>();
    int classes = known(frame.schema());
    for (Row row : frame.select(features, label).collectAsList()) {
      int number = label(row);
      classes = Math.max(classes, number + 1);
      examples.add(new LabelledFrame.Example(number, FeatureValues.of(row.get(0))));
    }
    if (examples.isEmpty()) {
      throw new InvalidInputException("the DataFrame has no rows to be trained on");
    }
    LabelledFrame.Form form = FeatureValues.form(value(shape), examples.get(0).values().length);
    examples.forEach(example -> FeatureValues.check(form, example.values()));
    return new LabelledFrame(form, classes, examples, held());
  }

  /** Classes that the column itself tells of, such as StringIndexer's. */
  private int known(StructType schema) {
    Attribute attribute = Attribute.fromStructField(schema.apply(value(labelCol)));
    return attribute instanceof NominalAttribute nominal && nominal.getNumValues().isDefined()
        ? ((Number) nominal.getNumValues().get()).intValue()
        : 0;
  }

  private int label(Row row) {
    Object value = row.get(1);
    double number = value instanceof Number given ? given.doubleValue() : Double.NaN;
    if (number != Math.rint(number) || !(number >= 0 && number < MOST_CLASSES)) {
      throw new InvalidInputException(
          "column "
              + value(labelCol)
              + ": has to hold class numbers from 0, not "
              + value
              + "; StringIndexer makes them of names");
    }
    return (int) number;
  }

  @Override
  public StructType transformSchema(StructType schema) {
    String label = value(labelCol);
    if (!List.of(schema.fieldNames()).contains(label)
        || !(schema.apply(label).dataType() instanceof NumericType)) {
      throw new InvalidInputException("no column " + label + " of numbers for labelCol");
    }
    return ErgodicClassifierModel.with(
        schema, value(featuresCol), value(predictionCol()), value(probabilityCol));
  }

  public ErgodicClassifier setRecipe(String value) {
    set(recipe(), value);
    return this;
  }

  public ErgodicClassifier setSettings(String value) {
    set(settings(), value);
    return this;
  }

  public ErgodicClassifier setSeed(long value) {
    set(seed(), value);
    return this;
  }

  public ErgodicClassifier setValidationFraction(double value) {
    set(validationFraction(), value);
    return this;
  }

  public ErgodicClassifier setPredictionCol(String value) {
    set(predictionCol(), value);
    return this;
  }

  public ErgodicClassifier setFeaturesCol(String value) {
    set(featuresCol, value);
    return this;
  }

  public ErgodicClassifier setLabelCol(String value) {
    set(labelCol, value);
    return this;
  }

  public ErgodicClassifier setProbabilityCol(String value) {
    set(probabilityCol, value);
    return this;
  }

  public ErgodicClassifier setShape(int... axes) {
    set(shape, axes);
    return this;
  }
}
