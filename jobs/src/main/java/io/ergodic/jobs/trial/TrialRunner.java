package io.ergodic.jobs.trial;

import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Task;
import io.ergodic.evaluation.protocol.Evaluation;
import io.ergodic.evaluation.protocol.Protocol;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.data.DatasetCache;
import io.ergodic.jobs.spark.TaskDevice;
import io.ergodic.jobs.suite.TrialSpec;
import io.ergodic.models.device.Device;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.Resources;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.natives.NativeLibraries;
import io.ergodic.models.training.Deadline;
import io.ergodic.models.training.LocalTrainer;
import io.ergodic.models.training.Trained;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * Runs one trial from data to scores, inside a Spark task. Whatever goes wrong becomes a record.
 */
public final class TrialRunner {
  private final Configuration configuration;
  private final int threads;

  /**
   * @param threads processor cores the trial may use
   */
  public TrialRunner(Configuration configuration, int threads) {
    this.configuration = configuration;
    this.threads = threads;
  }

  /** The record of a trial, failed or not. A floor that the dataset does not have has no scores. */
  public TrialRecord run(TrialSpec spec) {
    Protocol protocol = Protocol.registry().get(spec.task(), spec.experiment());
    Task task = protocol.task(Settings.parse(spec.taskSettings(), spec.experiment()));
    RecordBuilder record = new RecordBuilder(spec);
    try {
      Dataset dataset =
          record.timed("load", () -> DatasetCache.get(spec.dataFolder(), configuration));
      if (spec.floor()) {
        floor(spec, protocol, task, dataset, record);
      } else {
        train(spec, protocol, task, dataset, record);
      }
      return record.succeeded();
    } catch (Exception | OutOfMemoryError | LinkageError | StackOverflowError failure) {
      return record.failed(failure);
    }
  }

  private void train(
      TrialSpec spec, Protocol protocol, Task task, Dataset dataset, RecordBuilder record)
      throws IOException {
    ModelFamily family = ModelFamily.registry().get(spec.system().family(), spec.system().path());
    record.engine(family.engine().label());
    NativeLibraries.load(family.engine());
    Device device = TaskDevice.of(family.engine());
    record.device(device.describe());
    long seed = spec.trialSeed();
    Deadline deadline = Deadline.in(spec.timeLimit());
    Trained trained =
        record.timed(
            "train",
            () -> {
              Settings settings = spec.system().familySettings();
              TrainingContext context =
                  new TrainingContext(dataset, task, seed, new Resources(threads, device));
              Model model = family.create(context.model(), settings);
              return new LocalTrainer(seed, deadline).train(model.prepare(context));
            });
    try (trained) {
      record.trained(trained.parameters(), trained.curve());
      record.evaluated(evaluate(spec, protocol, task, dataset, trained.model(), record));
    }
  }

  private static Evaluation evaluate(
      TrialSpec spec,
      Protocol protocol,
      Task task,
      Dataset dataset,
      Capability model,
      RecordBuilder record)
      throws IOException {
    long seed = RandomStreams.derive(spec.trialSeed(), "evaluation");
    return record.timed(
        "evaluate", () -> protocol.evaluate(model, dataset, task, spec.metrics(), seed));
  }

  private static void floor(
      TrialSpec spec, Protocol protocol, Task task, Dataset dataset, RecordBuilder record)
      throws IOException {
    record.engine("truth");
    Optional<Evaluation> floor =
        record.timed(
            "evaluate", () -> protocol.floor(dataset, task, spec.metrics(), spec.trialSeed()));
    floor.ifPresent(record::evaluated);
  }
}
