package io.ergodic.jobs.trial;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.storage.DamagedFileException;
import io.ergodic.datasets.task.Task;
import io.ergodic.evaluation.protocol.Evaluation;
import io.ergodic.evaluation.protocol.Protocol;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.data.DatasetCache;
import io.ergodic.jobs.file.ContentFolder;
import io.ergodic.jobs.spark.TaskDevice;
import io.ergodic.jobs.suite.TrialSpec;
import io.ergodic.models.device.Device;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.Resources;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.learner.Restored;
import io.ergodic.models.learner.Weights;
import io.ergodic.models.natives.NativeLibraries;
import io.ergodic.models.training.Deadline;
import io.ergodic.models.training.LocalTrainer;
import io.ergodic.models.training.Trained;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Runs one trial from data to scores, inside a Spark task. Whatever goes wrong becomes a record. A
 * trial whose training has been done before is scored from the stored weights.
 */
public final class TrialRunner {
  private final Configuration configuration;
  private final Path output;
  private final TrialStore records;
  private final ModelStore models;
  private final FigureStore figures;
  private final ContentFolder files;
  private final int threads;

  /**
   * @param output folder of the suite
   * @param threads processor cores the trial may use
   */
  public TrialRunner(Configuration configuration, Path output, int threads) throws IOException {
    this.configuration = configuration;
    this.output = output;
    this.records = new TrialStore(output, configuration);
    this.models = new ModelStore(output, configuration);
    this.figures = new FigureStore(output, configuration);
    this.files = new ContentFolder(output, configuration);
    this.threads = threads;
  }

  /** The record of a trial, failed or not. A floor that the dataset does not have has no scores. */
  public TrialRecord run(TrialSpec spec) {
    Protocol protocol = Protocol.registry().get(spec.task(), spec.experiment());
    Task task = protocol.task(Settings.parse(spec.taskSettings(), spec.experiment()));
    RecordBuilder record = new RecordBuilder(spec);
    try {
      Optional<TrialRecord> before = before(spec);
      before.ifPresent(record::continues);
      Dataset dataset =
          record.timed("load", () -> DatasetCache.get(spec.dataFolder(), configuration));
      if (spec.floor()) {
        floor(spec, protocol, task, dataset, record);
      } else if (before.isPresent()) {
        evaluate(spec, protocol, task, dataset, record, before.get().figures());
      } else {
        train(spec, protocol, task, dataset, record);
      }
      figures.write(spec.hash(), record.artefacts());
      return record.succeeded();
    } catch (Exception | OutOfMemoryError | LinkageError | StackOverflowError failure) {
      return record.failed(failure);
    }
  }

  /** The record that is to be added to: that of a floor, or of a training with its weights. */
  private Optional<TrialRecord> before(TrialSpec spec) throws IOException {
    boolean kept = spec.floor() || models.contains(spec.hash());
    return kept ? records.opened(spec) : Optional.empty();
  }

  private void train(
      TrialSpec spec, Protocol protocol, Task task, Dataset dataset, RecordBuilder record)
      throws IOException {
    Model model = model(spec, task, dataset, record);
    Device device = TaskDevice.of(family(spec).engine());
    record.device(device.describe());
    long seed = spec.trialSeed();
    Deadline deadline = Deadline.in(spec.timeLimit());
    TrainingContext context =
        new TrainingContext(dataset, task, seed, new Resources(threads, device));
    Trained trained =
        record.timed("train", () -> new LocalTrainer(seed, deadline).train(model.prepare(context)));
    try (trained) {
      record.trained(trained.parameters(), trained.curve());
      models.write(spec.hash(), trained.weights(), ModelFacts.of(spec, dataset.manifest()));
      record.evaluated(
          record.timed(
              "evaluate",
              () ->
                  protocol.evaluate(
                      trained.model(), dataset, task, spec.metrics(), spec.evaluationSeed())));
    }
  }

  private void evaluate(
      TrialSpec spec,
      Protocol protocol,
      Task task,
      Dataset dataset,
      RecordBuilder record,
      List<String> drawn)
      throws IOException {
    Optional<Weights> weights = record.timed("load", () -> weights(spec));
    if (weights.isEmpty()) {
      train(spec, protocol, task, dataset, record);
      return;
    }
    Model model = model(spec, task, dataset, record);
    Resources resources = new Resources(threads, TaskDevice.of(family(spec).engine()));
    // Figures that have been lost are drawn again.
    boolean draw = !drawn.isEmpty() && !figures.contains(spec.hash());
    try (Restored restored = record.timed("load", () -> model.restore(weights.get(), resources))) {
      record.evaluated(
          record.timed(
              "evaluate",
              () ->
                  draw
                      ? protocol.evaluate(
                          restored.model(), dataset, task, spec.metrics(), spec.evaluationSeed())
                      : protocol.score(
                          restored.model(), dataset, task, spec.metrics(), spec.evaluationSeed())));
    }
    if (draw && spec.system().averaging().isPresent()) {
      AveragedTraining.figure(output, spec, configuration).ifPresent(record::figure);
    }
  }

  /** The weights of a training; empty where they are damaged and it has to be repeated. */
  private Optional<Weights> weights(TrialSpec spec) throws IOException {
    try {
      return Optional.of(models.read(spec.hash()));
    } catch (DamagedFileException damaged) {
      System.err.println(models.setAside(spec.hash(), damaged));
      return Optional.empty();
    }
  }

  private static ModelFamily family(TrialSpec spec) {
    return ModelFamily.registry().get(spec.system().family(), spec.system().path());
  }

  private Model model(TrialSpec spec, Task task, Dataset dataset, RecordBuilder record)
      throws IOException {
    ModelFamily family = family(spec);
    record.engine(family.engine().label());
    NativeLibraries.load(family.engine());
    files.fetch(spec.system().settings());
    ModelContext context =
        new ModelContext(task, dataset.manifest().schema(), dataset.manifest().name());
    return family.create(context, spec.system().familySettings());
  }

  private static void floor(
      TrialSpec spec, Protocol protocol, Task task, Dataset dataset, RecordBuilder record)
      throws IOException {
    record.engine("truth");
    Optional<Evaluation> floor =
        record.timed(
            "evaluate", () -> protocol.floor(dataset, task, spec.metrics(), spec.evaluationSeed()));
    floor.ifPresent(record::evaluated);
  }
}
