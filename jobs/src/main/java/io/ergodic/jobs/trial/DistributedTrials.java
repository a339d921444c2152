package io.ergodic.jobs.trial;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.ImageDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Task;
import io.ergodic.evaluation.protocol.Evaluation;
import io.ergodic.evaluation.protocol.Protocol;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.data.DatasetCache;
import io.ergodic.jobs.mllib.DistributedFamily;
import io.ergodic.jobs.mllib.Fitted;
import io.ergodic.jobs.mllib.ImageRows;
import io.ergodic.jobs.suite.TrialSpec;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** Trials whose family trains as Spark jobs of its own: one after another, from the driver. */
public final class DistributedTrials {
  private final SparkSession session;
  private final Configuration configuration;
  private final TrialStore store;

  public DistributedTrials(SparkSession session, Path output) throws IOException {
    this.session = session;
    this.configuration = session.sparkContext().hadoopConfiguration();
    this.store = new TrialStore(output, configuration);
  }

  /** Runs all trials; each record is written the moment it is there. */
  public void run(List<TrialSpec> trials, Progress progress) throws IOException {
    for (TrialSpec trial : trials) {
      progress.running(1);
      TrialRecord record = run(trial);
      store.write(record);
      progress.finished(record);
    }
  }

  private TrialRecord run(TrialSpec spec) {
    RecordBuilder record = new RecordBuilder(spec);
    try {
      DistributedFamily family =
          DistributedFamily.registry().get(spec.system().family(), spec.system().path());
      record.engine(family.engine().label());
      Protocol protocol = Protocol.registry().get(spec.task(), spec.experiment());
      Task task = protocol.task(Settings.parse(spec.taskSettings(), spec.experiment()));
      Dataset dataset =
          record.timed("load", () -> DatasetCache.get(spec.dataFolder(), configuration));
      Fitted fitted = record.timed("train", () -> fit(spec, family, dataset));
      record.trained(fitted.parameters(), fitted.curve());
      long seed = RandomStreams.derive(spec.trialSeed(), "evaluation");
      Evaluation evaluation =
          record.timed(
              "evaluate",
              () -> protocol.evaluate(fitted.model(), dataset, task, spec.metrics(), seed));
      record.evaluated(evaluation);
      return record.succeeded();
    } catch (Exception | OutOfMemoryError failure) {
      return record.failed(failure);
    }
  }

  private Fitted fit(TrialSpec spec, DistributedFamily family, Dataset dataset) {
    if (!(dataset instanceof ImageDataset images)) {
      throw new InvalidInputException(
          spec.system().path() + ": " + family.name() + " needs images");
    }
    Settings settings = Settings.parse(spec.system().settings(), spec.system().path());
    session.sparkContext().setJobDescription(spec.label());
    return family
        .create(settings)
        .fit(ImageRows.of(session, images, Split.TRAIN), spec.trialSeed());
  }
}
