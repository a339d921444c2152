package io.ergodic.jobs.ml;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Task;
import io.ergodic.evaluation.protocol.Protocol;
import io.ergodic.jobs.data.ContentHash;
import io.ergodic.jobs.file.ContentFolder;
import io.ergodic.jobs.suite.Catalogue;
import io.ergodic.jobs.suite.ResolvedSystem;
import io.ergodic.jobs.suite.SystemSpec;
import io.ergodic.jobs.train.AveragingEngine;
import io.ergodic.jobs.train.AveragingSettings;
import io.ergodic.jobs.trial.ModelFacts;
import io.ergodic.models.device.Device;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.Resources;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.natives.NativeLibraries;
import io.ergodic.models.training.Deadline;
import io.ergodic.models.training.LocalTrainer;
import io.ergodic.models.training.Trained;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

/**
 * A training as a suite does it, on what was collected of a DataFrame.
 *
 * @param recipe a recipe or family
 * @param settings laid over it, HOCON; {@code averaging} among them where executors are to share
 *     the training
 * @param task name of the task
 * @param taskSettings its settings, HOCON
 */
record RecipeTraining(String recipe, String settings, String task, String taskSettings, long seed) {

  /** What the model will be, without any data: refuses settings that no model can be made of. */
  SystemSpec system() {
    SystemSpec plain = SystemSpec.of(recipe);
    SystemSpec system =
        new SystemSpec(plain.name(), plain.family(), plain.settings(), "settings")
            .with(Settings.parse(settings, "settings").json())
            .attached();
    if (!(Catalogue.family(system.family(), recipe) instanceof ModelFamily)) {
      throw new InvalidInputException(
          "recipe "
              + recipe
              + ": is an estimator of MLlib; use that one, it takes DataFrames as it is");
    }
    return system;
  }

  /** Trains; the same data and settings give the same bits. */
  FittedFile fit(SparkSession session, FrameData data) {
    SystemSpec system = system();
    Dataset dataset = data.dataset();
    Settings asked = Settings.parse(taskSettings, task);
    Task question = Protocol.registry().get(task, "task").task(asked);
    ResolvedSystem resolved =
        ResolvedSystem.of(system, question, dataset.manifest().schema(), "the DataFrame");
    String hash = dataset.manifest().hash();
    long draws = RandomStreams.derive(resolved.deterministic() ? 0 : seed, hash, "training");
    Optional<AveragingSettings> averaging = system.averaging();
    try (Trained trained =
        averaging.isPresent()
            ? averaged(session, system, averaging.get(), data, asked.json(), draws)
            : local(system, dataset, question, draws)) {
      String name =
          new ContentHash()
              .add(hash)
              .add(system.family())
              .add(resolved.settings())
              .add(draws)
              .hex()
              .substring(0, 24);
      Map<String, String> facts =
          ModelFacts.of(
              name, system.family(), resolved, task, asked.json(), seed, dataset.manifest());
      return FittedFile.of(trained.weights(), facts, ContentFolder.held(system.settings()));
    }
  }

  private static Trained local(SystemSpec system, Dataset dataset, Task question, long draws) {
    ModelFamily family = ModelFamily.registry().get(system.family(), "recipe");
    NativeLibraries.load(family.engine());
    TrainingContext context =
        new TrainingContext(dataset, question, draws, new Resources(1, Device.CPU));
    return new LocalTrainer(draws, Deadline.none())
        .train(family.create(context.model(), system.familySettings()).prepare(context));
  }

  private Trained averaged(
      SparkSession session,
      SystemSpec system,
      AveragingSettings averaging,
      FrameData data,
      String asked,
      long draws) {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    Broadcast<FrameData> sent = spark.broadcast(data);
    Broadcast<ArrayList<byte[]>> files =
        spark.broadcast(new ArrayList<>(ContentFolder.held(system.settings())));
    FrameSource source =
        new FrameSource(
            system.family(), system.familySettings().json(), task, asked, sent, files, draws);
    try {
      return AveragingEngine.registry()
          .get(averaging.engine(), "settings.averaging.engine")
          .train(
              new AveragingEngine.Training(
                  spark, source, averaging, draws, Deadline.none(), Optional.empty(), List.of()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      sent.unpersist();
      files.unpersist();
    }
  }
}
