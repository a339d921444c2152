package io.ergodic.jobs.trial;

import io.ergodic.evaluation.result.Artefact;
import io.ergodic.jobs.suite.SystemSpec;
import io.ergodic.jobs.suite.TrialSpec;
import io.ergodic.jobs.train.AveragingEngine;
import io.ergodic.jobs.train.AveragingSettings;
import io.ergodic.jobs.train.FamilySource;
import io.ergodic.jobs.train.RoundHistory;
import io.ergodic.jobs.train.RoundLines;
import io.ergodic.jobs.train.RoundRecord;
import io.ergodic.jobs.train.SolverJob;
import io.ergodic.jobs.train.SpreadSettings;
import io.ergodic.jobs.train.checkpoint.Checkpoints;
import io.ergodic.jobs.train.checkpoint.TrainingIdentity;
import io.ergodic.models.training.Deadline;
import io.ergodic.models.training.Trained;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Trains trials by averaging, or by one pass that tasks share. What belongs to a trial lies in
 * {@code averaging/HASH} of the output folder: a line of JSON a round, and its checkpoints, from
 * which the training goes on when the suite is run again after it was interrupted, and a note of
 * which trial it is.
 */
final class AveragedTraining {
  private final JavaSparkContext spark;
  private final Path output;

  AveragedTraining(JavaSparkContext spark, Path output) {
    this.spark = spark;
    this.output = output;
  }

  /**
   * The trained model; close it. What an earlier run has taken up to its last checkpoint counts in
   * the record's times and against the time limit.
   */
  Trained train(
      TrialSpec spec,
      AveragingSettings settings,
      Deadline deadline,
      Progress progress,
      RecordBuilder record)
      throws IOException {
    Configuration configuration = spark.hadoopConfiguration();
    Path own = Resumption.folder(output, spec);
    Resumption.describe(own, spec, configuration);
    Checkpoints checkpoints =
        new Checkpoints(own, settings.checkpoints().keep(), configuration, progress::note);
    double before = checkpoints.seconds();
    deadline.spent(before);
    record.spent("train", before);
    try (RoundLines lines = new RoundLines(own, configuration)) {
      AveragingEngine.Training training =
          new AveragingEngine.Training(
              spark,
              source(spec, output.toString(), spark.getConf().getInt("spark.task.cpus", 1)),
              settings,
              spec.trialSeed(),
              deadline,
              Optional.of(checkpoints),
              List.of(
                  lines,
                  round -> record.device(round.device()),
                  round -> progress.round(spec, round)));
      String path = spec.system().path();
      return AveragingEngine.registry().get(settings.engine(), path).train(training);
    }
  }

  /** A model fitted by one pass that tasks share; close it. */
  Trained solve(TrialSpec spec, SpreadSettings spread) throws IOException {
    FamilySource source =
        source(spec, output.toString(), spark.getConf().getInt("spark.task.cpus", 1));
    return SolverJob.fit(spark, source, spread.tasks(), spec.timeLimit());
  }

  /** How the training went, round by round; empty when its rounds were not recorded. */
  static Optional<Artefact> figure(Path output, TrialSpec spec, Configuration configuration)
      throws IOException {
    List<RoundRecord> rounds = RoundHistory.read(Resumption.folder(output, spec), configuration);
    AveragingSettings settings = spec.system().averaging().orElseThrow();
    return rounds.isEmpty() ? Optional.empty() : Optional.of(RoundFigure.of(settings, rounds));
  }

  /** What determines the result of the trial's training. */
  static TrainingIdentity identity(TrialSpec spec) {
    AveragingSettings settings = spec.system().averaging().orElseThrow();
    return TrainingIdentity.of(
        source(spec, "", 1).describe(), settings.determining(), spec.trialSeed());
  }

  private static FamilySource source(TrialSpec spec, String output, int threads) {
    SystemSpec system = spec.system();
    return new FamilySource(
        system.family(),
        system.familySettings().json(),
        system.path(),
        spec.task(),
        spec.taskSettings(),
        spec.dataFolder(),
        spec.dataHash(),
        output,
        spec.trialSeed(),
        threads);
  }
}
