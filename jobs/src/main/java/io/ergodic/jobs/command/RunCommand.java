package io.ergodic.jobs.command;

import com.typesafe.config.ConfigUtil;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.result.OutputFolder;
import io.ergodic.jobs.run.DryRun;
import io.ergodic.jobs.run.RunOptions;
import io.ergodic.jobs.run.SuiteRun;
import io.ergodic.jobs.spark.LateSession;
import io.ergodic.jobs.suite.Suite;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.Path;
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
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  private static final int TRIALS_FAILED = 3;

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

  @Option(names = "--retry-failed", description = "Run trials again that failed before.")
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

  @Option(names = "--strict", description = "Exit with 3 when any trial failed.")
  private boolean strict;

  private Settings tracked() {
    // Quoted: in HOCON // begins a comment.
    return options.settings("tracking.uri=" + ConfigUtil.quoteString(trackingUri));
  }

  @Override
  public Integer call() throws IOException {
    Suite suite = Suite.read(trackingUri == null ? options.settings() : tracked());
    String target = folder == null ? "out/" + suite.name() : folder;
    try (LateSession session = LateSession.of("ergodic " + suite.name())) {
      var configuration = session.configuration();
      OutputFolder output = new OutputFolder(target, configuration);
      RunOptions asked =
          new RunOptions(retryFailed, resume, rerunChanged, new TreeSet<>(forget), dryRun);
      if (dryRun) {
        new DryRun(configuration, suite, output, options.data(), System.out).show(asked);
        return 0;
      }
      List<TrialRecord> records =
          new SuiteRun(session, suite, output, options.data(), System.out).run(asked);
      long failed = records.stream().filter(TrialRecord::failed).count();
      Leaderboards.print(records, System.out);
      System.out.println("report: " + new Path(output.path(), "report.html"));
      return strict && failed > 0 ? TRIALS_FAILED : 0;
    }
  }
}
