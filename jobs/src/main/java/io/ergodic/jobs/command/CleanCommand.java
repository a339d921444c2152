package io.ergodic.jobs.command;

import io.ergodic.jobs.result.OutputFolder;
import io.ergodic.jobs.result.OutputLock;
import io.ergodic.jobs.result.TrialView;
import io.ergodic.jobs.spark.HadoopSettings;
import io.ergodic.jobs.trial.Leftovers;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Drops trainings that the suite of an output folder no longer asks for. */
@Command(
    name = "clean",
    description = {
      "Drop the trainings of an output folder that no setting of its suite, as it was last run,",
      "reaches: records, weights, checkpoints, and files of networks that were brought along."
    },
    mixinStandardHelpOptions = true)
final class CleanCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "OUT", description = "The output folder of a suite.")
  private String folder;

  @Option(names = "--dry-run", description = "Say what would be dropped, and drop nothing.")
  private boolean dryRun;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Configuration configuration = HadoopSettings.given();
    OutputFolder output = new OutputFolder(folder, configuration);
    Set<String> reached =
        output.trials().stream().map(TrialView::training).collect(Collectors.toSet());
    PrintWriter out = spec.commandLine().getOut();
    try (OutputLock lock = OutputLock.take(output.path(), configuration, out::println)) {
      Leftovers leftovers = new Leftovers(output.path(), configuration);
      List<Leftovers.Leftover> found = leftovers.find(reached);
      long bytes = 0;
      for (Leftovers.Leftover leftover : found) {
        out.println((dryRun ? "would drop " : "dropped ") + leftover.path());
        bytes += leftover.bytes();
        if (!dryRun) {
          leftovers.drop(leftover);
        }
      }
      out.printf(
          Locale.ROOT,
          "%d %s, %.1f MB; %d trainings kept%n",
          found.size(),
          dryRun ? "would be dropped" : "dropped",
          bytes * 1e-6,
          reached.size());
    }
    out.flush();
    return 0;
  }
}
