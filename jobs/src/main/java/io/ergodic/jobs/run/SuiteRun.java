package io.ergodic.jobs.run;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.data.DatasetJobs;
import io.ergodic.jobs.data.DatasetSpec;
import io.ergodic.jobs.data.GeneratedDataset;
import io.ergodic.jobs.mllib.DistributedFamily;
import io.ergodic.jobs.result.OutputFolder;
import io.ergodic.jobs.result.OutputLock;
import io.ergodic.jobs.result.Provenance;
import io.ergodic.jobs.result.RunResults;
import io.ergodic.jobs.spark.StorageFailure;
import io.ergodic.jobs.suite.Catalogue;
import io.ergodic.jobs.suite.DatasetHandle;
import io.ergodic.jobs.suite.Suite;
import io.ergodic.jobs.suite.TrialGrid;
import io.ergodic.jobs.suite.TrialSpec;
import io.ergodic.jobs.trial.ConsoleProgress;
import io.ergodic.jobs.trial.DistributedTrials;
import io.ergodic.jobs.trial.Progress;
import io.ergodic.jobs.trial.TrialScheduler;
import io.ergodic.jobs.trial.TrialStore;
import io.ergodic.models.family.Family;
import io.ergodic.models.family.ModelFamily;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** Runs what is missing of a suite and writes its results and report. */
public final class SuiteRun {
  private final SparkSession session;
  private final JavaSparkContext spark;
  private final Suite suite;
  private final OutputFolder output;
  private final Path data;
  private final PrintStream out;

  /**
   * @param data folder of all datasets
   * @param out where progress is shown
   */
  public SuiteRun(
      SparkSession session, Suite suite, OutputFolder output, String data, PrintStream out)
      throws IOException {
    this.session = session;
    this.spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    this.suite = suite;
    this.output = output;
    Path given = new Path(data);
    FileSystem fileSystem = given.getFileSystem(configuration());
    this.data = fileSystem.makeQualified(given);
    this.out = out;
  }

  /**
   * Runs the suite.
   *
   * @param retryFailed whether trials that failed before are run again
   * @return all records of the suite, in its order
   */
  public List<TrialRecord> run(boolean retryFailed) throws IOException {
    long start = System.nanoTime();
    suite.usedDatasets().forEach(DatasetSpec::plan);
    OutputLock lock =
        StorageFailure.located(
            output.path(),
            () -> {
              output.claim(suite.name());
              return OutputLock.take(output);
            });
    try (lock) {
      return run(retryFailed, start);
    }
  }

  private List<TrialRecord> run(boolean retryFailed, long start) throws IOException {
    List<TrialSpec> trials = TrialGrid.expand(suite, datasets());
    List<String> hashes = trials.stream().map(TrialSpec::hash).toList();
    Map<String, String> provenance = Provenance.of(suite, session.sparkContext().conf());
    StorageFailure.located(
        output.path(),
        () -> {
          output.describe(suite.name(), suite.resolved(), hashes, provenance);
          return output;
        });
    List<TrialSpec> missing = missing(trials, retryFailed);
    out.printf(
        "%s: %d trials, %d done before, %d to run%n",
        suite.name(), trials.size(), trials.size() - missing.size(), missing.size());
    Preflight.check(missing, configuration());
    try (Progress progress = new ConsoleProgress(out, missing.size(), System.console() != null)) {
      List<TrialSpec> distributed = missing.stream().filter(SuiteRun::isDistributed).toList();
      List<TrialSpec> local =
          longestFirst(missing.stream().filter(t -> !isDistributed(t)).toList());
      new TrialScheduler(spark, output.path()).run(local, progress);
      new DistributedTrials(session, output.path()).run(distributed, progress);
    }
    RunResults results = new RunResults(output, configuration());
    StorageFailure.located(
        output.path(),
        () -> {
          results.writeTables(session);
          results.writeReport();
          return results;
        });
    out.printf(
        Locale.ROOT, "%s: done in %.0f s%n", suite.name(), (System.nanoTime() - start) * 1e-9);
    return results.records();
  }

  private Map<String, DatasetHandle> datasets() throws IOException {
    Map<String, DatasetHandle> handles = new LinkedHashMap<>();
    for (GeneratedDataset dataset :
        new DatasetJobs(spark, data).ensure(suite.usedDatasets(), this::show)) {
      if (dataset.problem().isPresent()) {
        throw new InvalidInputException(dataset.problem().get());
      }
      handles.put(
          dataset.spec().name(),
          new DatasetHandle(dataset.folder().toString(), dataset.manifest().hash()));
    }
    return handles;
  }

  private void show(GeneratedDataset dataset) {
    if (dataset.problem().isPresent()) {
      return;
    }
    int failed = dataset.manifest().failures().size();
    out.printf(
        Locale.ROOT,
        "dataset %s: %s (%.1f s)%s%n",
        dataset.spec().name(),
        dataset.folder(),
        dataset.seconds(),
        failed == 0 ? "" : "; " + failed + " series failed, see its manifest");
  }

  private List<TrialSpec> missing(List<TrialSpec> trials, boolean retryFailed) throws IOException {
    TrialStore store = new TrialStore(output.path(), configuration());
    Set<String> finished = store.finished();
    List<TrialSpec> missing = new ArrayList<>();
    for (TrialSpec trial : trials) {
      boolean known = finished.contains(trial.hash());
      if (known && retryFailed && store.read(trial.hash()).failed()) {
        store.remove(trial.hash());
        known = false;
      }
      if (!known) {
        missing.add(trial);
      }
    }
    return missing;
  }

  /** Longest first: the last task to start is then a short one, and no core waits for long. */
  private static List<TrialSpec> longestFirst(List<TrialSpec> trials) {
    return trials.stream().sorted(Comparator.comparingDouble(SuiteRun::cost).reversed()).toList();
  }

  private static double cost(TrialSpec trial) {
    if (trial.floor()) {
      return 0;
    }
    Family family = Catalogue.family(trial.system().family(), trial.system().path());
    return family instanceof ModelFamily local ? local.cost(trial.system().familySettings()) : 0;
  }

  /** Whether a trial is many Spark tasks, started from the driver. */
  private static boolean isDistributed(TrialSpec trial) {
    if (trial.floor()) {
      return false;
    }
    return trial.system().averaging().isPresent()
        || Catalogue.family(trial.system().family(), trial.system().path())
            instanceof DistributedFamily;
  }

  private Configuration configuration() {
    return spark.hadoopConfiguration();
  }
}
