package io.ergodic.jobs.bench.averaging;

import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.data.DatasetJob;
import io.ergodic.jobs.data.DatasetReader;
import io.ergodic.jobs.data.DatasetSpec;
import io.ergodic.jobs.file.TemporaryFolder;
import io.ergodic.jobs.train.AveragingEngine;
import io.ergodic.jobs.train.AveragingSettings;
import io.ergodic.jobs.train.FamilySource;
import io.ergodic.jobs.train.RoundListener;
import io.ergodic.models.training.Deadline;
import io.ergodic.models.training.Trained;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Networks with data to train them on, in a temporary folder that every executor has to reach, and
 * that is removed again. The data is no more than gives the asked number of batches: what is
 * measured is time, and every engine holds the data in memory.
 */
final class Workbench implements AutoCloseable {
  /** Workers of every averaged training here. */
  static final int WORKERS = 2;

  private static final long SEED = 1;
  private static final int LOOKBACK = 96;

  private final JavaSparkContext spark;
  private final TemporaryFolder temporary;
  private final Path folder;

  Workbench(JavaSparkContext spark) throws IOException {
    this.spark = spark;
    this.temporary = TemporaryFolder.create("bench");
    this.folder = new Path(temporary.path().toUri());
  }

  JavaSparkContext spark() {
    return spark;
  }

  /** Cores that steps can run on at the same time, at most one a worker. */
  int lanes() {
    return Math.min(WORKERS, spark.defaultParallelism());
  }

  /** A perceptron of 20-32-2 units on Deeplearning4j: 738 parameters. */
  FamilySource perceptron(int batches, int epochs, String optimiser) throws IOException {
    return series("mlp-dl4j", "hidden = 32", optimiser, 20, 2, 16, batches, epochs);
  }

  /** A convolutional network of 1.02 M parameters on libtorch. */
  FamilySource convolutional(int batch, int batches, int epochs) throws IOException {
    int perClass = batch * batches / 2;
    String data =
        "source = attractor-net, classes = 2, size = 28, points = 500, perClass { train = "
            + perClass
            + ", validation = 0, test = 1 }";
    String settings = "hidden = 320, batch = " + batch + ", epochs = " + epochs;
    return source("cnn", settings, data, "classification", "{}");
  }

  /** A transformer of 9.81 M parameters on libtorch. */
  FamilySource transformer(int batch, int batches, int epochs) throws IOException {
    String shape = "width = 512, heads = 8, hidden = 2048, layers = 3, stride = 16";
    String adam = "name = adam, learningRate = 1e-4, schedule.name = constant";
    return series("patchtst", shape, adam, LOOKBACK, LOOKBACK, batch, batches, epochs);
  }

  private FamilySource series(
      String family,
      String shape,
      String optimiser,
      int lookback,
      int horizon,
      int batch,
      int batches,
      int epochs)
      throws IOException {
    int rows = batch * batches + lookback + horizon - 1;
    String data =
        "source = seasonal, channels = 1, length = "
            + (rows + lookback + horizon)
            + ", rows = ["
            + rows
            + ", 0, "
            + (lookback + horizon)
            + "], context = 0";
    String settings =
        shape + ", batch = " + batch + ", epochs = " + epochs + ", optimiser { " + optimiser + " }";
    String task = "lookback = " + lookback + ", horizon = " + horizon;
    return source(family, settings, data, "forecasting", task);
  }

  private FamilySource source(
      String family, String settings, String data, String task, String taskSettings)
      throws IOException {
    DatasetSpec spec = DatasetSpec.read(family, Settings.parse(data, "bench"));
    Path dataset = new DatasetJob(spark, folder).ensure(spec);
    return new FamilySource(
        family,
        Settings.parse(settings, "bench").json(),
        "bench",
        task,
        Settings.parse(taskSettings, "bench").json(),
        dataset.toString(),
        new DatasetReader(spark.hadoopConfiguration()).manifest(dataset).hash(),
        "",
        SEED,
        1);
  }

  /** Trains to the end. */
  void train(String engine, FamilySource source, String averaging, RoundListener listener)
      throws IOException {
    Settings settings = Settings.parse("engine = " + engine + ", " + averaging, "bench.averaging");
    AveragingEngine.Training training =
        new AveragingEngine.Training(
            spark,
            source,
            AveragingSettings.read(settings),
            SEED,
            Deadline.none(),
            Optional.empty(),
            List.of(listener));
    Trained trained = AveragingEngine.registry().get(engine, "bench").train(training);
    trained.close();
  }

  @Override
  public void close() throws IOException {
    temporary.close();
  }
}
