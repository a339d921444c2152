package io.ergodic.jobs.result;

import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.storage.WriteSteps;
import io.ergodic.evaluation.metric.Metric;
import io.ergodic.evaluation.report.HtmlReport;
import io.ergodic.evaluation.report.Numbers;
import io.ergodic.evaluation.report.ReportInput;
import io.ergodic.evaluation.result.ResultTable;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.file.StoredFile;
import io.ergodic.jobs.suite.Experiment;
import io.ergodic.jobs.suite.Suite;
import io.ergodic.jobs.trial.FigureStore;
import io.ergodic.jobs.trial.StoredRecords;
import io.ergodic.jobs.trial.TrialStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The records of a run as result files and report. Reads nothing but the output folder. */
public final class RunResults {
  private final OutputFolder output;
  private final Configuration configuration;
  private final Consumer<String> told;
  private List<TrialRecord> records;

  /** Of a folder as the last run left it. */
  public RunResults(OutputFolder output, Configuration configuration) {
    this(output, configuration, null, System.err::println);
  }

  /**
   * Of a run that has its records at hand.
   *
   * @param told of figures that are damaged
   */
  public RunResults(
      OutputFolder output,
      Configuration configuration,
      List<TrialRecord> records,
      Consumer<String> told) {
    this.told = told;
    this.output = output;
    this.configuration = configuration;
    this.records = records;
  }

  /** The records of the suite's trials that have ended, in the suite's order. */
  public List<TrialRecord> records() throws IOException {
    if (records == null) {
      TrialStore store = new TrialStore(output.path(), configuration);
      records = of(output.trials(), new StoredRecords(store));
    }
    return records;
  }

  /** The records of those trials of a suite that have ended, in its order. */
  public static List<TrialRecord> of(List<TrialView> trials, StoredRecords stored)
      throws IOException {
    List<TrialRecord> records = new ArrayList<>();
    for (TrialView trial : trials) {
      if (stored.contains(trial.training())) {
        records.add(trial.of(stored.get(trial.training())));
      }
    }
    return records;
  }

  /**
   * Writes {@code results.parquet} and {@code results.csv}.
   *
   * @return their names
   */
  public List<String> writeTables() throws IOException {
    return new ResultFiles(configuration, output.path()).write(ResultTable.rows(records()));
  }

  /**
   * Writes {@code report.html} with its pages, and drops what an earlier report has left there.
   *
   * @return the names of all files, as seen from the folder
   */
  public List<String> writeReport() throws IOException {
    FileSystem fileSystem = output.path().getFileSystem(configuration);
    List<String> names = new ArrayList<>();
    Set<Path> written = new HashSet<>();
    HtmlReport.write(
        input(),
        (name, content) -> {
          var target = new Path(output.path(), name);
          StoredFile.write(fileSystem, target, out -> out.write(content));
          written.add(fileSystem.makeQualified(target));
          names.add(name);
        });
    var pages = new Path(output.path(), HtmlReport.PAGES);
    if (!fileSystem.exists(pages)) {
      return names;
    }
    List<Path> stale = new ArrayList<>();
    gather(pages, fileSystem, stale);
    stale.removeAll(written);
    for (var file : stale) {
      WriteSteps.reach("delete", file);
      fileSystem.delete(file, false);
    }
    return names;
  }

  /** All files below a folder. Hadoop's own way of it starts a process for each on a local disk. */
  private static void gather(Path folder, FileSystem fileSystem, List<Path> files)
      throws IOException {
    for (FileStatus status : fileSystem.listStatus(folder)) {
      if (status.isDirectory()) {
        gather(status.getPath(), fileSystem, files);
      } else {
        files.add(fileSystem.makeQualified(status.getPath()));
      }
    }
  }

  /** Puts a file into the output folder, whole or not at all. */
  public Path put(String name, byte[] content) throws IOException {
    FileSystem fileSystem = output.path().getFileSystem(configuration);
    var target = new Path(output.path(), name);
    StoredFile.write(fileSystem, target, out -> out.write(content));
    return target;
  }

  /** All that the report and the notebook show. */
  public ReportInput input() throws IOException {
    Suite suite = Suite.read(Settings.parse(output.suite(), ""));
    Map<String, String> provenance = new LinkedHashMap<>(output.provenance());
    double seconds =
        records().stream()
            .flatMap(record -> record.seconds().values().stream())
            .mapToDouble(Double::doubleValue)
            .sum();
    provenance.put("Trial time in all", Numbers.duration(seconds));
    return new ReportInput(
        suite.title(),
        suite.description(),
        suite.name(),
        records(),
        new FigureStore(output.path(), configuration, told),
        provenance,
        suite.resolved(),
        suite.experiments().stream()
            .collect(Collectors.toMap(Experiment::name, Experiment::comparison)),
        Metric.registry());
  }
}
