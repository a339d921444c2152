package io.ergodic.jobs.command;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.storage.WholeFile;
import io.ergodic.evaluation.metric.Metric;
import io.ergodic.evaluation.publication.Publication;
import io.ergodic.evaluation.publication.PublishedFile;
import io.ergodic.evaluation.publication.PublishedResult;
import io.ergodic.evaluation.publication.ResultTables;
import io.ergodic.evaluation.publication.TablesInText;
import io.ergodic.evaluation.report.MetricCatalogue;
import io.ergodic.evaluation.report.ReportInput;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.result.OutputFolder;
import io.ergodic.jobs.result.RunResults;
import io.ergodic.jobs.spark.HadoopSettings;
import io.ergodic.jobs.suite.Experiment;
import io.ergodic.jobs.suite.Suite;
import io.ergodic.jobs.verify.VerifiedResults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps the results of suites, and makes the tables of the README from them. */
@Command(
    name = "publish",
    description = {
      "Add the summary of finished suites to RESULTS/SUITE.csv, and make the tables of results in",
      "README.md and RESULTS/README.md anew. Without OUT, only the tables."
    },
    mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {
  @Parameters(
      index = "0..*",
      paramLabel = "OUT",
      description = "Output folders of suites without missing trials, or of verify chaos.")
  private List<String> folders = List.of();

  @Option(
      names = "--results",
      paramLabel = "RESULTS",
      description = "Folder of the CSV files. Default: evaluation/results beside the launcher.")
  private Path results;

  @Option(
      names = "--machine",
      paramLabel = "NAME",
      description = "Class of machine, such as \"one H100\". Default: as the run noted it.")
  private String machine;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Path home = Path.of(System.getProperty("ergodic.home", "."));
    Path folder = results == null ? home.resolve("evaluation/results") : results;
    for (String each : folders) {
      add(each, folder);
    }
    ResultTables tables = new ResultTables(new MetricCatalogue(Metric.registry()));
    TablesInText texts = new TablesInText(tables, folder);
    for (Path text : List.of(home.resolve("README.md"), folder.resolve("README.md"))) {
      if (Files.exists(text)) {
        String before = Files.readString(text);
        String after = texts.fill(before);
        if (!after.equals(before)) {
          WholeFile.write(text, out -> out.write(after.getBytes(StandardCharsets.UTF_8)));
          spec.commandLine().getOut().println(text + ": tables made anew");
        }
      }
    }
    return 0;
  }

  private void add(String name, Path folder) throws IOException {
    Configuration configuration = HadoopSettings.given();
    if (VerifiedResults.in(name, configuration)) {
      String ran = machine == null ? "unknown" : machine;
      keep(VerifiedResults.SUITE, VerifiedResults.read(name, configuration, ran), folder);
      return;
    }
    OutputFolder output = new OutputFolder(name, configuration);
    RunResults run = new RunResults(output, configuration);
    ReportInput input = run.input();
    int missing = output.trials().size() - input.trials().size();
    if (missing > 0) {
      throw new InvalidInputException(
          name + ": " + missing + " trials are missing; run the suite to its end first");
    }
    long errors = input.trials().stream().filter(TrialRecord::unfinished).count();
    if (errors > 0) {
      throw new InvalidInputException(
          name
              + ": "
              + errors
              + " trials were not measured for errors of the machine; run the suite again first");
    }
    Suite suite = Suite.read(Settings.parse(output.suite(), ""));
    Map<String, String> protocols = new LinkedHashMap<>();
    for (Experiment experiment : suite.experiments()) {
      protocols.put(experiment.name(), protocol(experiment));
    }
    String ran = machine != null ? machine : input.provenance().getOrDefault("Machine", "unknown");
    List<PublishedResult> fresh = Publication.of(input, protocols, ran);
    keep(suite.name(), fresh, folder);
  }

  private void keep(String suite, List<PublishedResult> fresh, Path folder) throws IOException {
    Path file = folder.resolve(suite + ".csv");
    PublishedFile.add(fresh, file);
    spec.commandLine().getOut().println(file + ": " + fresh.size() + " results");
  }

  /** As "forecasting, horizon 96, lookback 336". */
  private static String protocol(Experiment experiment) {
    Settings settings = Settings.parse(experiment.taskSettings(), experiment.name());
    StringBuilder text = new StringBuilder(experiment.task());
    for (String key : settings.keys()) {
      text.append(", ").append(key).append(' ').append(settings.string(key));
    }
    return text.toString();
  }
}
