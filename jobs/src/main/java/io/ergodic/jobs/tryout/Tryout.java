package io.ergodic.jobs.tryout;

import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.task.Task;
import io.ergodic.evaluation.protocol.Protocol;
import io.ergodic.evaluation.result.Score;
import io.ergodic.jobs.data.DatasetJob;
import io.ergodic.jobs.data.DatasetReader;
import io.ergodic.jobs.mllib.DistributedFamily;
import io.ergodic.jobs.mllib.ExampleRows;
import io.ergodic.jobs.mllib.Fitted;
import io.ergodic.jobs.suite.Catalogue;
import io.ergodic.jobs.suite.SystemSpec;
import io.ergodic.models.device.Device;
import io.ergodic.models.family.Family;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.Resources;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.natives.NativeLibraries;
import io.ergodic.models.training.Deadline;
import io.ergodic.models.training.LocalTrainer;
import io.ergodic.models.training.Trained;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** Trains a system once within a budget, and a baseline beside it, on a small dataset. */
public final class Tryout {
  private static final long SEED = 1;

  private final SparkSession session;
  private final Path data;
  private final double seconds;
  private final Consumer<String> progress;

  /**
   * @param data folder of datasets
   * @param seconds the training may take; the number of epochs is cut to fit
   * @param progress is told what is under way
   */
  public Tryout(SparkSession session, String data, double seconds, Consumer<String> progress) {
    this.session = session;
    this.data = new Path(data);
    this.seconds = seconds;
    this.progress = progress;
  }

  /**
   * Tries a recipe or family.
   *
   * @throws io.ergodic.datasets.settings.InvalidInputException for an unknown name, with the
   *     nearest
   */
  public TryoutResult run(String name) throws IOException {
    final long start = System.nanoTime();
    TryoutPlan plan = TryoutPlan.of(name);
    Task task = plan.protocol().task(plan.taskSettings());
    progress.accept("data: " + plan.dataset().source());
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    Path folder = new DatasetJob(spark, data).ensure(plan.dataset());
    Dataset dataset = new DatasetReader(spark.hadoopConfiguration()).read(folder);
    List<String> metrics = plan.protocol().defaultMetrics();
    List<String> notes = new ArrayList<>();
    Tried tried = measure(plan.system(), plan.protocol(), dataset, task, metrics, notes);
    progress.accept("baseline: " + plan.baseline().name());
    Tried baseline =
        measure(plan.baseline(), plan.protocol(), dataset, task, metrics, new ArrayList<>());
    List<Score> floor =
        plan.protocol()
            .floor(dataset, task, metrics, RandomStreams.derive(SEED, "evaluation"))
            .map(
                evaluation -> {
                  notes.addAll(evaluation.notes());
                  return evaluation.scores();
                })
            .orElse(List.of());
    String metric = metrics.get(0);
    return new TryoutResult(
        name,
        plan.dataset().source(),
        metric,
        value(tried.scores, metric),
        value(baseline.scores, metric),
        value(floor, metric),
        tried.parameters,
        tried.multiplyAdds,
        tried.stepMilliseconds,
        (System.nanoTime() - start) * 1e-9,
        plan.baseline().name(),
        tried.scores,
        List.copyOf(notes));
  }

  /** What was measured of a system. */
  private record Tried(
      List<Score> scores, long parameters, double multiplyAdds, double stepMilliseconds) {}

  private static Double value(List<Score> scores, String metric) {
    return scores.stream()
        .filter(score -> score.metric().equals(metric) && !score.failed())
        .findFirst()
        .map(Score::value)
        .orElse(null);
  }

  private Tried measure(
      SystemSpec system,
      Protocol protocol,
      Dataset dataset,
      Task task,
      List<String> metrics,
      List<String> notes) {
    Family family = Catalogue.family(system.family(), system.path());
    if (family instanceof DistributedFamily distributed) {
      progress.accept("training " + system.name() + " (MLlib)");
      Fitted fitted =
          distributed
              .create(system.familySettings())
              .fit(ExampleRows.of(session, dataset, Split.TRAIN), SEED);
      return new Tried(
          scores(protocol, fitted.model(), dataset, task, metrics), fitted.parameters(), 0, 0);
    }
    ModelFamily local = (ModelFamily) family;
    NativeLibraries.load(local.engine());
    TrainingContext context =
        new TrainingContext(
            dataset,
            task,
            RandomStreams.derive(SEED, dataset.manifest().hash(), "training"),
            new Resources(1, Device.CPU));
    TrainingSpeed speed =
        TrainingSpeed.of(local.create(context.model(), system.familySettings()), context);
    Optional<Integer> epochs = speed.epochsWithin(seconds);
    SystemSpec cut = system;
    if (epochs.isPresent()) {
      notes.add(
          epochs.get() + " of " + speed.epochs() + " epochs, to fit " + Math.round(seconds) + " s");
      cut = system.with("{\"epochs\": " + epochs.get() + "}");
    }
    progress.accept("training " + system.name());
    Model model = local.create(context.model(), cut.familySettings());
    try (Trained trained =
        new LocalTrainer(context.seed(), Deadline.none()).train(model.prepare(context))) {
      return new Tried(
          scores(protocol, trained.model(), dataset, task, metrics),
          trained.parameters(),
          model.cost().multiplyAdds(),
          speed.stepMilliseconds());
    }
  }

  private static List<Score> scores(
      Protocol protocol, Capability model, Dataset dataset, Task task, List<String> metrics) {
    long seed = RandomStreams.derive(SEED, dataset.manifest().hash(), "evaluation");
    return protocol.evaluate(model, dataset, task, metrics, seed).scores();
  }
}
