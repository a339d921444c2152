package io.ergodic.jobs.train;

import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.data.DatasetJob;
import io.ergodic.jobs.data.DatasetReader;
import io.ergodic.jobs.suite.Recipe;
import io.ergodic.jobs.suite.Suite;
import io.ergodic.jobs.suite.SystemSpec;
import io.ergodic.jobs.train.checkpoint.Checkpoints;
import io.ergodic.models.training.Deadline;
import io.ergodic.models.training.LocalTrainer;
import io.ergodic.models.training.Trained;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;

/** Small trainings on generated data, and what is left of them to compare. */
final class TrainingFixture {
  static final long SEED = 11;

  private static final String DATASETS =
      """
      datasets {
        heat { source = heat, points = 8, functions { train = 24, validation = 6, test = 6 } }
        lorenz { source = flow, system = Lorenz, length = 1000, transient = 5, seed = 1
                 trajectories { train = 1, validation = 1, test = 1 }, observationNoise = 0.02 }
        seasonal { source = seasonal, channels = 2, length = 600, context = 24, seed = 2 }
        attractors { source = attractor-net, classes = 3, size = 16, seed = 3, shards = 4
                     perClass { train = 12, validation = 4, test = 4 } }
        waves { source = attractor-series, classes = 3, length = 32, seed = 3
                perClass { train = 12, validation = 4, test = 4 } }
      }
      """;

  private final JavaSparkContext spark;
  private final Path data;

  TrainingFixture(JavaSparkContext spark, java.nio.file.Path folder) {
    this.spark = spark;
    this.data = new Path(folder.toUri());
  }

  /** The bits of a training: its last parameters and its curve. */
  record Bits(List<Float> parameters, List<Object> curve) {}

  FamilySource plrnn(String more) throws IOException {
    return source(
        "shallow-plrnn",
        "hidden = 8, sequenceLength = 15, batch = 8, epochs = 3, batchesPerEpoch = 8" + more,
        "lorenz",
        "reconstruction",
        "{}");
  }

  /** Has early stopping. */
  FamilySource dlinear() throws IOException {
    return source(
        "dlinear",
        "epochs = 4, batch = 16, kernel = 5",
        "seasonal",
        "forecasting",
        "{lookback = 24, horizon = 6}");
  }

  /** On libtorch it has batch normalisation, and so buffers. */
  FamilySource cnn(String family) throws IOException {
    return cnn(family, "");
  }

  FamilySource cnn(String family, String more) throws IOException {
    String settings =
        "epochs = 2, batch = 6" + (family.equals("cnn") ? ", batchNorm = true" : "") + more;
    return source(family, settings, "attractors", "classification", "{}");
  }

  /**
   * A recipe on the data of its task.
   *
   * @param stepped whether it is trained by steps, of which there are to be few
   */
  FamilySource recipe(Recipe recipe, boolean stepped) throws IOException {
    String shorter =
        !stepped
            ? "{}"
            : Map.of(
                    "reconstruction",
                    "{epochs = 2, batch = 6, batchesPerEpoch = 6, sequenceLength = 60}",
                    "forecasting",
                    "{epochs = 2, batch = 32}",
                    "classification",
                    "{epochs = 2, batch = 6}",
                    "operator",
                    "{epochs = 2, batch = 6}")
                .get(recipe.task());
    String dataset =
        Map.of(
                "reconstruction", "lorenz",
                "forecasting", "seasonal",
                "classification", ofSeries(recipe) ? "waves" : "attractors",
                "operator", "heat")
            .get(recipe.task());
    String task = recipe.task().equals("forecasting") ? "{lookback = 24, horizon = 6}" : "{}";
    SystemSpec system = SystemSpec.of(recipe).with(Settings.parse(shorter, "").json());
    return source(system.family(), system.familySettings().json(), dataset, recipe.task(), task);
  }

  /** Whether it classifies series rather than pictures: what it is tried on says so. */
  private static boolean ofSeries(Recipe recipe) {
    return recipe
        .trying()
        .dataset()
        .map(text -> Settings.parse(text, "try").string("source").equals("attractor-series"))
        .orElse(false);
  }

  private FamilySource source(
      String family, String settings, String dataset, String task, String taskSettings)
      throws IOException {
    var spec = Suite.datasets(Settings.parse(DATASETS, "")).get(dataset);
    Path folder = new DatasetJob(spark, data).ensure(spec);
    return new FamilySource(
        family,
        Settings.parse(settings, family).json(),
        family,
        task,
        Settings.parse(taskSettings, task).json(),
        folder.toString(),
        new DatasetReader(new Configuration()).manifest(folder).hash(),
        "",
        SEED,
        1);
  }

  Bits plain(TrainableSource source) throws IOException {
    var stepped = source.create(new Configuration());
    var learner = stepped.learner();
    try (Trained trained = new LocalTrainer(SEED, Deadline.none()).train(stepped)) {
      float[] parameters = new float[learner.parameterCount()];
      learner.readParameters(parameters);
      return bits(parameters, trained);
    }
  }

  Bits averaged(TrainableSource source, String settings) throws IOException {
    return averaged(source, settings, Optional.empty(), List.of());
  }

  /** The learner of the driver is the first the source makes, which is how its bits are read. */
  Bits averaged(
      TrainableSource source,
      String settings,
      Optional<Checkpoints> checkpoints,
      List<RoundListener> listeners)
      throws IOException {
    Watched watched = new Watched(source);
    AveragingTrainer trainer =
        new AveragingTrainer(
            spark,
            AveragingSettings.read(Settings.parse(settings, "averaging")),
            SEED,
            Deadline.none(),
            checkpoints,
            listeners);
    try (Trained trained = trainer.train(watched)) {
      float[] parameters = new float[watched.driver.learner().parameterCount()];
      watched.driver.learner().readParameters(parameters);
      return bits(parameters, trained);
    }
  }

  private static Bits bits(float[] parameters, Trained trained) {
    List<Float> values = new ArrayList<>();
    for (float parameter : parameters) {
      values.add(parameter);
    }
    return new Bits(values, List.copyOf(trained.curve()));
  }
}
