package io.ergodic.jobs.command;

import io.ergodic.datasets.settings.FileLocation;
import io.ergodic.evaluation.notebook.NotebookExport;
import io.ergodic.jobs.file.LocalCopy;
import io.ergodic.jobs.result.OutputFolder;
import io.ergodic.jobs.result.RunResults;
import io.ergodic.jobs.spark.HadoopSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Exports a run as a Jupyter notebook. */
@Command(
    name = "export",
    description =
        "Write a Jupyter notebook of an output folder: figures embedded, and the lines of pandas"
            + " that read its results.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "OUT", description = "The output folder of a suite.")
  private String folder;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Where the notebook goes. Default: OUT/NAME.ipynb with the suite's name.")
  private String target;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Configuration configuration = HadoopSettings.given();
    OutputFolder output = new OutputFolder(folder, configuration);
    RunResults results = new RunResults(output, configuration);
    var input = results.input();
    if (target != null) {
      byte[] notebook = NotebookExport.bytes(input, seenFrom(target, output));
      LocalCopy.write(target, configuration, file -> Files.write(file, notebook));
      spec.commandLine().getOut().println(target);
      return 0;
    }
    byte[] notebook = NotebookExport.bytes(input, "results.parquet");
    spec.commandLine().getOut().println(results.put(input.suite() + ".ipynb", notebook));
    return 0;
  }

  /** Where the results are as seen from the notebook, so that both can be moved together. */
  private static String seenFrom(String notebook, OutputFolder output) {
    URI results = new org.apache.hadoop.fs.Path(output.path(), "results.parquet").toUri();
    if (!"file".equals(results.getScheme()) || FileLocation.isAddress(notebook)) {
      return results.toString();
    }
    Path folder = Path.of(notebook).toAbsolutePath().normalize().getParent();
    return folder.relativize(Path.of(results.getPath())).toString().replace('\\', '/');
  }
}
