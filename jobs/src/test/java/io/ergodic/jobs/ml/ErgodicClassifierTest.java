package io.ergodic.jobs.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.jobs.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classifiers on DataFrames of vectors. */
class ErgodicClassifierTest {
  private static final int SIDE = 8;
  private static final String SMALL = "first = 4, second = 6, hidden = 10, batch = 16, epochs = 8";

  @TempDir static Path folder;

  private static SparkSession session;

  @BeforeAll
  static void start() {
    session = LocalSpark.start(2);
  }

  @AfterAll
  static void stop() {
    session.close();
  }

  /** Pictures of a bar at one of three heights, with names for labels. */
  private static Dataset<Row> bars(int count, long seed) {
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    String[] names = {"top", "middle", "bottom"};
    for (int i = 0; i < count; i++) {
      double[] pixels = new double[SIDE * SIDE];
      for (int k = 0; k < pixels.length; k++) {
        pixels[k] = (k / SIDE / 3 == i % 3 ? 150 : 0) + random.nextInt(100);
      }
      rows.add(RowFactory.create(i, names[i % 3], Vectors.dense(pixels)));
    }
    StructType schema =
        new StructType()
            .add("id", DataTypes.IntegerType)
            .add("name", DataTypes.StringType)
            .add("features", SQLDataTypes.VectorType());
    return session.createDataFrame(rows, schema);
  }

  private static Pipeline pipeline() {
    StringIndexer labels = new StringIndexer().setInputCol("name").setOutputCol("label");
    ErgodicClassifier classifier =
        new ErgodicClassifier()
            .setRecipe("cnn")
            .setSettings(SMALL)
            .setShape(1, SIDE, SIDE)
            .setSeed(5);
    return new Pipeline().setStages(new PipelineStage[] {labels, classifier});
  }

  private static List<String> rows(Dataset<Row> frame) {
    return frame.orderBy("id").collectAsList().stream().map(Row::toString).toList();
  }

  @Test
  void aPipelineLearnsPicturesAndIsTheSameOnceSavedAndLoaded() throws IOException {
    PipelineModel model = pipeline().fit(bars(120, 1));
    Dataset<Row> answers = model.transform(bars(600, 2).repartition(3));
    double accuracy =
        new MulticlassClassificationEvaluator().setMetricName("accuracy").evaluate(answers);
    assertThat(accuracy).isGreaterThan(0.95);
    Vector shares = answers.first().getAs("probability");
    assertThat(shares.size()).isEqualTo(3);
    String path = folder.resolve("pipeline").toString();
    model.write().overwrite().save(path);
    PipelineModel loaded = PipelineModel.load(path);
    assertThat(rows(loaded.transform(bars(60, 2)))).isEqualTo(rows(model.transform(bars(60, 2))));
    pipeline().fit(bars(120, 1).repartition(4));
    ErgodicClassifierModel one = (ErgodicClassifierModel) model.stages()[1];
    ErgodicClassifierModel other =
        (ErgodicClassifierModel) pipeline().fit(bars(120, 1).repartition(4)).stages()[1];
    assertThat(other.file().safetensors()).isEqualTo(one.file().safetensors());
    assertThat(one.numClasses()).isEqualTo(3);
  }

  @Test
  void seriesAreClassifiedRowByRow() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Double[] values = new Double[20];
      for (int k = 0; k < values.length; k++) {
        values[k] = Math.sin((i % 2 == 0 ? 0.4 : 1.2) * (k / 2) + i) + k % 2;
      }
      rows.add(RowFactory.create(i, values, (double) (i % 2)));
    }
    StructType schema =
        new StructType()
            .add("id", DataTypes.IntegerType)
            .add("features", DataTypes.createArrayType(DataTypes.DoubleType))
            .add("label", DataTypes.DoubleType);
    Dataset<Row> frame = session.createDataFrame(rows, schema);
    ErgodicClassifierModel model =
        new ErgodicClassifier()
            .setSettings("epochs = 30, batch = 16, optimiser.learningRate = 0.01")
            .setShape(10, 2)
            .fit(frame);
    Dataset<Row> answers = model.transform(frame);
    assertThat(answers.filter("prediction = label").count()).isGreaterThan(54);
  }

  @Test
  void whatIsNoClassOrNoPixelIsRefused() {
    ErgodicClassifier classifier =
        new ErgodicClassifier().setRecipe("cnn").setSettings(SMALL).setShape(1, SIDE, SIDE);
    Dataset<Row> half = bars(6, 1).selectExpr("features", "0.5 as label");
    assertThatThrownBy(() -> classifier.fit(half))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("column label: has to hold class numbers from 0, not 0.5");
    Dataset<Row> whole = bars(6, 1).selectExpr("features", "id % 3 as label");
    assertThatThrownBy(
            () ->
                new ErgodicClassifier()
                    .setRecipe("cnn")
                    .setSettings(SMALL)
                    .setShape(1, SIDE, SIDE + 1)
                    .fit(whole))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("an example of 64 values; the others, or shape, have 72");
    List<Row> grey =
        List.of(
            RowFactory.create(Vectors.dense(new double[SIDE * SIDE]), 0.0),
            RowFactory.create(Vectors.dense(half(0.5)), 1.0));
    StructType schema =
        new StructType()
            .add("features", SQLDataTypes.VectorType())
            .add("label", DataTypes.DoubleType);
    assertThatThrownBy(() -> classifier.fit(session.createDataFrame(grey, schema)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a pixel of 0.5");
  }

  private static double[] half(double value) {
    double[] pixels = new double[SIDE * SIDE];
    pixels[3] = value;
    return pixels;
  }
}
