package io.ergodic.jobs.trial;

import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.storage.DamagedFileException;
import io.ergodic.datasets.task.Task;
import io.ergodic.evaluation.protocol.Evaluation;
import io.ergodic.evaluation.protocol.Protocol;
import io.ergodic.evaluation.result.Reason;
import io.ergodic.evaluation.result.TrialRecord;
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
import org.apache.hadoop.fs.FSError;
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
      Dataset dataset = record.timed("load", () -> TrialData.of(spec, configuration));
      if (spec.floor()) {
        floor(spec, protocol, task, dataset, record);
      } else if (before.isPresent()) {
        evaluate(spec, protocol, task, dataset, record, before.get());
      } else {
        train(spec, protocol, task, dataset, record);
      }
      figures.write(spec.hash(), record.artefacts());
      return record.succeeded();
    } catch (Exception | VirtualMachineError | LinkageError | FSError failure) {
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
                      trained.model(),
                      dataset,
                      task,
                      spec.metrics(),
                      spec.evaluationSeed(),
                      check(deadline))));
    }
  }

  /** Scores stored weights; what is asked for later has the whole of the time limit again. */
  private void evaluate(
      TrialSpec spec,
      Protocol protocol,
      Task task,
      Dataset dataset,
      RecordBuilder record,
      TrialRecord before)
      throws IOException {
    Optional<Weights> weights = record.timed("load", () -> weights(spec));
    if (weights.isEmpty()) {
      train(spec, protocol, task, dataset, record);
      return;
    }
    Model model = model(spec, task, dataset, record);
    Resources resources = new Resources(threads, TaskDevice.of(family(spec).engine()));
    // Figures that have been lost are drawn again; an error of the machine has left none yet.
    boolean lost = !before.figures().isEmpty() && !figures.contains(spec.hash());
    boolean draw = lost || before.error();
    Runnable check = check(Deadline.in(spec.timeLimit()));
    List<String> metrics = spec.metrics();
    long seed = spec.evaluationSeed();
    try (Restored restored = record.timed("load", () -> model.restore(weights.get(), resources))) {
      Capability trained = restored.model();
      record.evaluated(
          record.timed(
              "evaluate",
              () ->
                  draw
                      ? protocol.evaluate(trained, dataset, task, metrics, seed, check)
                      : protocol.score(trained, dataset, task, metrics, seed, check)));
    }
    if (draw && spec.system().averaging().isPresent()) {
      AveragedTraining.figure(output, spec, configuration).ifPresent(record::figure);
    }
  }

  /**
   * The weights of a training; empty where they are damaged and it has to be repeated.
   *
   * @throws IOException when they cannot be read for another reason, which is no fault of the model
   */
  private Optional<Weights> weights(TrialSpec spec) throws IOException {
    try {
      return Optional.of(models.read(spec.hash()));
    } catch (DamagedFileException damaged) {
      System.err.println(models.setAside(spec.hash(), damaged));
      return Optional.empty();
    } catch (RuntimeException unreadable) {
      String way = "; --forget " + spec.system().name() + " trains the system anew";
      throw new IOException(Reason.of(unreadable) + way, unreadable);
    }
  }

  private static Runnable check(Deadline deadline) {
    return () -> deadline.check("evaluation");
  }

  /** Keeps what is known of a trial that could not be scored, where its weights are there. */
  void leaveOpen(TrialRecord record) throws IOException {
    if (models.contains(record.trial())) {
      records.leaveOpen(record);
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
            "evaluate",
            () ->
                protocol.floor(
                    dataset,
                    task,
                    spec.metrics(),
                    spec.evaluationSeed(),
                    check(Deadline.in(spec.timeLimit()))));
    floor.ifPresent(record::evaluated);
  }
}
