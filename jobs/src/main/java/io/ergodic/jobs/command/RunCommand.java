package io.ergodic.jobs.command;

import com.typesafe.config.ConfigUtil;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.result.OutputFolder;
import io.ergodic.jobs.run.DryRun;
import io.ergodic.jobs.run.ProgressFile;
import io.ergodic.jobs.run.RunListener;
import io.ergodic.jobs.run.RunOptions;
import io.ergodic.jobs.run.SuiteRun;
import io.ergodic.jobs.spark.LateSession;
import io.ergodic.jobs.suite.Suite;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a suite: what is missing of it, then results and report. */
@Command(
    name = "run",
    description = {
      "Run a suite: generate its data, train and score its trials side by side, write the report.",
      "Run again into the same folder, only what is missing or changed is run."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:All is done. Trials may have failed: that is a result, see results.csv.",
      "1:The run broke off. Started again, it goes on where it was.",
      "2:The command line, the suite or its data cannot be used; nothing was trained.",
      "3:Under --strict: trials, or some of their metrics, failed.",
      "4:Errors of the machine kept trials from being measured, also when they were tried again."
          + " The same command takes them up."
    })
final class RunCommand implements Callable<Integer> {
  private static final int TRIALS_FAILED = 3;
  private static final int MACHINE_ERRORS = 4;

  @Mixin private SuiteOptions options;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      description = "Where results go. Default: out/NAME with the suite's name.")
  private String folder;

  @Option(
      names = "--tracking-uri",
      paramLabel = "URI",
      description =
          "An MLflow server that is told of every trial, such as http://host:5000; the suite's"
              + " tracking.uri otherwise. Default: none.")
  private String trackingUri;

  @Option(
      names = "--retry-failed",
      description =
          "Run trials again that failed before. Those that met an error of the machine are run"
              + " again anyway.")
  private boolean retryFailed;

  @Option(
      names = "--resume",
      description =
          "Refuse to begin a training anew that was under way with other settings, naming what"
              + " differs. Trainings with the same settings go on from their checkpoints anyway.")
  private boolean resume;

  @Option(
      names = "--rerun-changed",
      description = "Run trials again that were trained by another build of their code.")
  private boolean rerunChanged;

  @Option(
      names = "--forget",
      paramLabel = "SYSTEM",
      split = ",",
      description = "Drop the trainings of these systems first.")
  private List<String> forget = List.of();

  @Option(
      names = "--dry-run",
      description = "List what would be trained and evaluated, with time and memory; do nothing.")
  private boolean dryRun;

  @Option(
      names = "--progress-file",
      paramLabel = "FILE",
      description =
          "Add what happens to a local file, a line of JSON for each step, flushed at once.")
  private Path progressFile;

  @Option(
      names = "--strict",
      description = "Exit with 3 when any trial failed, or a metric of one.")
  private boolean strict;

  private Settings tracked() {
    // Quoted: in HOCON // begins a comment.
    return options.settings("tracking.uri=" + ConfigUtil.quoteString(trackingUri));
  }

  @Override
  public Integer call() throws IOException {
    Suite suite = Suite.read(trackingUri == null ? options.settings() : tracked());
    String target = folder == null ? "out/" + suite.name() : folder;
    if (progressFile == null) {
      return run(suite, target, RunListener.none()).code();
    }
    ProgressFile progress = ProgressFile.open(progressFile, suite.name(), target);
    Outcome outcome;
    try {
      outcome = run(suite, target, progress);
    } catch (Throwable failure) {
      progress.broken(Ergodic.code(failure), failure);
      throw failure;
    }
    progress.ended(outcome.code(), outcome.records());
    return outcome.code();
  }

  /** How a run has ended. */
  private record Outcome(int code, List<TrialRecord> records) {}

  private Outcome run(Suite suite, String target, RunListener listener) throws IOException {
    try (LateSession session = LateSession.of("ergodic " + suite.name())) {
      var configuration = session.configuration();
      OutputFolder output = new OutputFolder(target, configuration);
      RunOptions asked =
          new RunOptions(retryFailed, resume, rerunChanged, new TreeSet<>(forget), dryRun);
      if (dryRun) {
        new DryRun(configuration, suite, output, options.data(), System.out).show(asked);
        return new Outcome(0, List.of());
      }
      PrintStream log = DatedOutput.of(System.out);
      List<TrialRecord> records =
          new SuiteRun(session, suite, output, options.data(), log, listener).run(asked);
      Leaderboards.print(records, System.out);
      log.println("report: " + new org.apache.hadoop.fs.Path(output.path(), "report.html"));
      return new Outcome(code(records), records);
    }
  }

  private int code(List<TrialRecord> records) {
    if (records.stream().anyMatch(TrialRecord::unfinished)) {
      return MACHINE_ERRORS;
    }
    boolean failed =
        records.stream().anyMatch(r -> r.failed() || r.scores().stream().anyMatch(Score::failed));
    return strict && failed ? TRIALS_FAILED : 0;
  }
}
