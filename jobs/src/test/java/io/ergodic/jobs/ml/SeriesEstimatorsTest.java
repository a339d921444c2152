package io.ergodic.jobs.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.jobs.command.Ergodic;
import io.ergodic.jobs.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
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
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** Forecasters and dynamics on DataFrames of series. */
class SeriesEstimatorsTest {
  private static final int SERIES = 6;
  private static final int ROWS = 160;
  private static final int HORIZON = 4;

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

  /** A wave with another phase and length in every series, and what belongs to it. */
  private static double value(int series, int row, int variable) {
    double angle = 0.3 * row + series;
    return 5 + (variable == 0 ? Math.sin(angle) : 10 * Math.cos(angle));
  }

  private static Object[] rows(int series, int from, int to) {
    Object[] rows = new Object[to - from];
    for (int row = from; row < to; row++) {
      rows[row - from] = new Double[] {value(series, row, 0), value(series, row, 1)};
    }
    return rows;
  }

  /** A series in every row, and the four rows after it. */
  private static Dataset<Row> whole() {
    List<Row> rows = new ArrayList<>();
    for (int series = 0; series < SERIES; series++) {
      rows.add(
          RowFactory.create(series, rows(series, 0, ROWS), rows(series, ROWS, ROWS + HORIZON)));
    }
    var nested = DataTypes.createArrayType(DataTypes.createArrayType(DataTypes.DoubleType));
    StructType schema =
        new StructType()
            .add("id", DataTypes.IntegerType)
            .add("series", nested)
            .add("label", nested);
    return session.createDataFrame(rows, schema);
  }

  /** The same, a row of a series in every row, the last first. */
  private static Dataset<Row> rowwise() {
    List<Row> rows = new ArrayList<>();
    for (int row = ROWS - 1; row >= 0; row--) {
      for (int series = 0; series < SERIES; series++) {
        rows.add(
            RowFactory.create(series, (long) row, value(series, row, 0), value(series, row, 1)));
      }
    }
    StructType schema =
        new StructType()
            .add("id", DataTypes.IntegerType)
            .add("t", DataTypes.LongType)
            .add("a", DataTypes.DoubleType)
            .add("b", DataTypes.DoubleType);
    return session.createDataFrame(rows, schema);
  }

  private static ErgodicForecaster forecaster() {
    return new ErgodicForecaster()
        .setRecipe("dlinear")
        .setSettings("epochs = 2, kernel = 5")
        .setLookback(24)
        .setHorizon(HORIZON);
  }

  private static double error(Dataset<Row> answers) {
    return new ForecastEvaluator().evaluate(answers);
  }

  @Test
  void ridgeForecastsWavesInTheirOwnUnits() {
    ErgodicForecasterModel model = forecaster().setRecipe("ridge").setSettings("").fit(whole());
    Dataset<Row> answers = model.transform(whole());
    assertThat(answers.columns()).containsExactly("id", "series", "label", "prediction");
    // A wave is a linear function of its past; its variance is 50 in the second variable.
    assertThat(error(answers)).isLessThan(1e-3);
    List<Seq<Double>> first = answers.first().getList(3);
    assertThat(first).hasSize(HORIZON);
    assertThat(first.get(0).length()).isEqualTo(2);
  }

  @Test
  void theSameSeriesGiveTheSameBitsHoweverTheyAreLaidOutAndPartitioned() {
    byte[] whole = forecaster().fit(whole()).file().safetensors();
    assertThat(forecaster().fit(whole().repartition(5)).file().safetensors()).isEqualTo(whole);
    ErgodicForecaster columns = forecaster().setValueCols("a", "b").setTimeCol("t").setIdCol("id");
    ErgodicForecasterModel model = columns.fit(rowwise());
    assertThat(weights(model)).isEqualTo(weights(forecaster().fit(whole())));
    Dataset<Row> answers = model.transform(rowwise()).orderBy("id", "t");
    assertThat(answers.filter("prediction is null").count()).isEqualTo(SERIES * 23);
    Row last = answers.filter("id = 3 and t = " + (ROWS - 1)).select("prediction").first();
    Row same =
        forecaster().fit(whole()).transform(whole()).filter("id = 3").select("prediction").first();
    assertThat(last.toString()).isEqualTo(same.toString());
  }

  private static float[] weights(SeriesModel<?> model) {
    try {
      return io.ergodic.jobs.file.Safetensors.read(
              new java.io.ByteArrayInputStream(model.file().safetensors()),
              model.file().safetensors().length,
              "test")
          .arrays()
          .get(0)
          .floats();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Test
  void executorsTrainTogetherWhereTheSettingsSaySo() {
    String shared = "epochs = 2, kernel = 5, averaging { workers = %d, localSteps = 3 }";
    ErgodicForecasterModel alone = forecaster().fit(whole());
    ErgodicForecasterModel one = forecaster().setSettings(String.format(shared, 1)).fit(whole());
    assertThat(weights(one)).isEqualTo(weights(alone));
    ErgodicForecasterModel two = forecaster().setSettings(String.format(shared, 2)).fit(whole());
    assertThat(weights(two)).isNotEqualTo(weights(alone));
    assertThat(error(two.transform(whole()))).isFinite();
  }

  @Test
  void crossValidationChoosesTheRecipeAndIsSavedWithItsModel() throws IOException {
    ErgodicForecaster forecaster = forecaster().setSettings("");
    ParamMap[] grid =
        new ParamGridBuilder()
            .addGrid(
                forecaster.recipe(), JavaConverters.asScalaBuffer(List.of("persistence", "ridge")))
            .build();
    CrossValidator validator =
        new CrossValidator()
            .setEstimator(new Pipeline().setStages(new PipelineStage[] {forecaster}))
            .setEstimatorParamMaps(grid)
            .setEvaluator(new ForecastEvaluator().setMetricName("mae"))
            .setNumFolds(3)
            .setSeed(1);
    CrossValidatorModel chosen = validator.fit(whole());
    assertThat(chosen.avgMetrics()[1]).isLessThan(0.1 * chosen.avgMetrics()[0]);
    String path = folder.resolve("chosen").toString();
    chosen.save(path);
    CrossValidatorModel loaded = CrossValidatorModel.load(path);
    PipelineModel best = (PipelineModel) loaded.bestModel();
    assertThat(((ErgodicForecasterModel) best.stages()[0]).resolvedSettings())
        .contains("penalties");
    assertThat(rows(loaded.transform(whole()))).isEqualTo(rows(chosen.transform(whole())));
  }

  private static List<String> rows(Dataset<Row> frame) {
    return frame.orderBy("id").collectAsList().stream().map(Row::toString).toList();
  }

  @Test
  void dynamicsRunOnFromTheEndOfASeriesAndCanBeUsedWithoutSpark() throws IOException {
    ErgodicDynamics estimator =
        new ErgodicDynamics().setSettings("delays = 2, monomials = odd, ridge = 1e-6").setSteps(50);
    ErgodicDynamicsModel model = estimator.fit(whole());
    Row row = model.transform(whole()).filter("id = 2").first();
    List<Seq<Double>> run = row.getList(3);
    assertThat(run).hasSize(50);
    for (int step = 0; step < 5; step++) {
      assertThat(run.get(step).apply(1)).isCloseTo(value(2, ROWS + step, 1), within(0.5));
    }
    assertThat(model.copy(ParamMap.empty().put(model.steps(), 3)).transform(whole()).first())
        .satisfies(short3 -> assertThat(short3.getList(3)).hasSize(3));
    String path = folder.resolve("dynamics").toString();
    model.write().overwrite().save(path);
    ErgodicDynamicsModel loaded = ErgodicDynamicsModel.load(path);
    assertThat(loaded.uid()).isEqualTo(model.uid()).isEqualTo(estimator.uid());
    assertThat(rows(loaded.transform(whole()))).isEqualTo(rows(model.transform(whole())));
    StringBuilder csv = new StringBuilder("variable0,variable1\n");
    for (int t = 0; t < ROWS; t++) {
      csv.append(value(2, t, 0)).append(',').append(value(2, t, 1)).append('\n');
    }
    Files.writeString(folder.resolve("in.csv"), csv);
    int status =
        Ergodic.execute(
            "predict",
            path + "/models/model.safetensors",
            "--input",
            folder.resolve("in.csv").toString(),
            "--steps",
            "3",
            "--out",
            folder.resolve("out.csv").toString());
    assertThat(status).isZero();
    String[] first = Files.readAllLines(folder.resolve("out.csv")).get(1).split(",");
    assertThat(Double.parseDouble(first[2])).isCloseTo(run.get(0).apply(1), within(1e-9));
  }

  /** A network scripted in PyTorch, from a file to executors that have never read it. */
  @Test
  void aScriptedNetworkIsSavedWithItsFile() throws IOException {
    String file = Path.of("..", "conf/suites/brought/map.pt").toString();
    List<Row> one = new ArrayList<>();
    for (int series = 0; series < 2; series++) {
      Object[] rows = new Object[60];
      for (int row = 0; row < rows.length; row++) {
        rows[row] = new Double[] {Math.sin(row), Math.cos(row), Math.sin(0.5 * row + series)};
      }
      one.add(RowFactory.create(series, rows));
    }
    StructType schema =
        new StructType()
            .add("id", DataTypes.IntegerType)
            .add(
                "series",
                DataTypes.createArrayType(DataTypes.createArrayType(DataTypes.DoubleType)));
    Dataset<Row> frame = session.createDataFrame(one, schema);
    ErgodicDynamics estimator =
        new ErgodicDynamics()
            .setRecipe("torchscript")
            .setSettings("file = \"" + file + "\", epochs = 1, batchesPerEpoch = 2")
            .setSteps(4);
    ErgodicDynamicsModel model = estimator.fit(frame);
    String path = folder.resolve("scripted").toString();
    model.save(path);
    try (var files = Files.list(Path.of(path, "files"))) {
      assertThat(files.filter(name -> !name.getFileName().toString().startsWith("."))).hasSize(1);
    }
    ErgodicDynamicsModel loaded = ErgodicDynamicsModel.load(path);
    assertThat(loaded.file().files()).hasSize(1);
    assertThat(rows(loaded.transform(frame))).isEqualTo(rows(model.transform(frame)));
  }

  @Test
  void estimatorsAreCopiedAndSavedWithTheirParameters() throws IOException {
    ErgodicForecaster forecaster = forecaster().setValueCols("a", "b").setTimeCol("t").setSeed(9);
    String path = folder.resolve("estimator").toString();
    forecaster.write().overwrite().save(path);
    ErgodicForecaster loaded = ErgodicForecaster.load(path);
    assertThat(loaded.uid()).isEqualTo(forecaster.uid());
    assertThat(loaded.columns()).isEqualTo(forecaster.columns());
    assertThat(loaded.training()).isEqualTo(forecaster.training());
    assertThat(loaded.training().seed()).isEqualTo(9);
    ParamMap other = ParamMap.empty().put(forecaster.recipe(), "ridge");
    ErgodicForecaster copy = (ErgodicForecaster) forecaster.copy(other);
    assertThat(copy.uid()).isEqualTo(forecaster.uid());
    assertThat((Object) copy.getOrDefault(copy.recipe())).isEqualTo("ridge");
    assertThat((Object) forecaster.getOrDefault(forecaster.recipe())).isEqualTo("dlinear");
  }

  @Test
  void whatCannotBeRightIsRefused() {
    assertThatThrownBy(() -> forecaster().setInputCol("serie").fit(whole()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("no column serie; the DataFrame has id, series, label");
    assertThatThrownBy(() -> forecaster().setValueCols("a", "b").setTimeCol("t").fit(rowwise()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("column t: 0 comes twice; is idCol missing?");
    assertThatThrownBy(
            () ->
                forecaster()
                    .setValueCols("a", "b")
                    .setTimeCol("t")
                    .setIdCol("id")
                    .fit(rowwise().selectExpr("id", "t", "a", "if(t = 7, null, b) as b")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("row 7 of a series: holds null");
    assertThatThrownBy(() -> forecaster().setSettings("epoch = 2").fit(whole()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("settings.epoch: unknown key; did you mean 'epochs'");
    assertThatThrownBy(() -> forecaster().setRecipe("random-forest").fit(whole()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("is an estimator of MLlib");
    assertThatThrownBy(() -> forecaster().setLookback(ROWS).fit(whole()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("a series of 160 rows: training needs 164; filter shorter ones out before");
    assertThatThrownBy(() -> forecaster().setPredictionCol("label").fit(whole()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("there is a column label already");
  }
}
