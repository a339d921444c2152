package io.ergodic.jobs.command;

import io.ergodic.jobs.result.OutputFolder;
import io.ergodic.jobs.result.RunResults;
import io.ergodic.jobs.spark.HadoopSettings;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes the report of a run anew, also of one that is not finished. */
@Command(
    name = "report",
    description = "Write report.html of an output folder anew, from the trials that have ended.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "OUT", description = "The output folder of a suite.")
  private String folder;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Configuration configuration = HadoopSettings.given();
    OutputFolder output = new OutputFolder(folder, configuration);
    new RunResults(output, configuration).writeReport();
    spec.commandLine().getOut().println(new Path(output.path(), "report.html"));
    return 0;
  }
}
