package io.ergodic.jobs.trial;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Task;
import io.ergodic.evaluation.protocol.Evaluation;
import io.ergodic.evaluation.protocol.Protocol;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.mllib.DistributedFamily;
import io.ergodic.jobs.mllib.ExampleRows;
import io.ergodic.jobs.mllib.Fitted;
import io.ergodic.jobs.spark.TimedJobs;
import io.ergodic.jobs.suite.Catalogue;
import io.ergodic.jobs.suite.TrialSpec;
import io.ergodic.jobs.train.AveragingSettings;
import io.ergodic.jobs.train.SpreadSettings;
import io.ergodic.models.device.Device;
import io.ergodic.models.family.Family;
import io.ergodic.models.learner.Weights;
import io.ergodic.models.training.Deadline;
import io.ergodic.models.training.Trained;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Trials whose training is Spark jobs of its own, by MLlib, by averaging or by one pass that tasks
 * share: one after another, from the driver.
 */
public final class DistributedTrials {
  private final SparkSession session;
  private final Path output;
  private final Configuration configuration;
  private final TrialStore store;
  private final ModelStore models;
  private final FigureStore figures;
  private final AveragedTraining averaged;

  public DistributedTrials(SparkSession session, Path output) throws IOException {
    this.session = session;
    this.output = output;
    this.configuration = session.sparkContext().hadoopConfiguration();
    this.store = new TrialStore(output, configuration);
    this.models = new ModelStore(output, configuration);
    this.figures = new FigureStore(output, configuration);
    this.averaged =
        new AveragedTraining(JavaSparkContext.fromSparkContext(session.sparkContext()), output);
  }

  /**
   * Runs all trials; each record is written the moment it is there. Those that meet an error of the
   * machine are tried again, see {@link Retries}; a training by averaging goes on from its last
   * checkpoint then.
   */
  public void run(List<TrialSpec> trials, Progress progress) throws IOException {
    Retries retries = new Retries(store, progress);
    for (TrialSpec trial : trials) {
      TrialRecord record = attempt(trial, progress);
      if (record.unfinished()) {
        retries.add(trial, record);
      } else {
        progress.finished(record);
      }
    }
    try {
      retries.run(trial -> attempt(trial, progress));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }

  /** Runs a trial; its record is written unless it has to be tried again. */
  private TrialRecord attempt(TrialSpec trial, Progress progress) throws IOException {
    progress.started(trial);
    progress.running(1);
    TrialRecord record = run(trial, progress);
    if (record.unfinished()) {
      if (session.sparkContext().isStopped()) {
        throw new IOException(trial.label() + ": " + record.errorReason());
      }
    } else {
      store.write(record);
    }
    return record;
  }

  private TrialRecord run(TrialSpec spec, Progress progress) {
    RecordBuilder record = new RecordBuilder(spec);
    try {
      Family family = Catalogue.family(spec.system().family(), spec.system().path());
      record.engine(family.engine().label());
      Protocol protocol = Protocol.registry().get(spec.task(), spec.experiment());
      Task task = protocol.task(Settings.parse(spec.taskSettings(), spec.experiment()));
      Dataset dataset = record.timed("load", () -> TrialData.of(spec, configuration));
      Deadline deadline = Deadline.in(spec.timeLimit());
      session.sparkContext().setJobDescription(spec.label());
      Trained trained =
          record.timed("train", () -> train(spec, family, dataset, deadline, progress, record));
      try (trained) {
        record.trained(trained.parameters(), trained.curve());
        Optional<AveragingSettings> averaging = spec.system().averaging();
        // MLlib keeps its models to itself.
        if (trained.weights() != Weights.NONE) {
          models.write(spec.hash(), trained.weights(), ModelFacts.of(spec, dataset.manifest()));
        }
        if (averaging.isPresent()) {
          AveragedTraining.figure(output, spec, configuration).ifPresent(record::figure);
        }
        Evaluation evaluation =
            record.timed(
                "evaluate",
                () ->
                    protocol.evaluate(
                        trained.model(),
                        dataset,
                        task,
                        spec.metrics(),
                        spec.evaluationSeed(),
                        () -> deadline.check("evaluation")));
        record.evaluated(evaluation);
      }
      figures.write(spec.hash(), record.artefacts());
      return record.succeeded();
    } catch (Exception | VirtualMachineError | LinkageError | FSError failure) {
      return record.failed(failure);
    }
  }

  private Trained train(
      TrialSpec spec,
      Family family,
      Dataset dataset,
      Deadline deadline,
      Progress progress,
      RecordBuilder record)
      throws IOException {
    Optional<AveragingSettings> averaging = spec.system().averaging();
    if (averaging.isPresent()) {
      return averaged.train(spec, averaging.get(), deadline, progress, record);
    }
    Optional<SpreadSettings> spread = spec.system().spread();
    if (spread.isPresent()) {
      record.device(Device.CPU.describe());
      return averaged.solve(spec, spread.get());
    }
    DistributedFamily distributed = (DistributedFamily) family;
    Fitted fitted =
        TimedJobs.run(
            session.sparkContext(),
            spec.label(),
            deadline,
            () ->
                distributed
                    .create(spec.system().familySettings())
                    .fit(ExampleRows.of(session, dataset, Split.TRAIN), spec.trialSeed()));
    return new Trained(fitted.model(), Weights.NONE, fitted.parameters(), fitted.curve(), () -> {});
  }
}
