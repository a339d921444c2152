package io.ergodic.jobs.run;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.SplitCount;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Task;
import io.ergodic.evaluation.protocol.Protocol;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.data.DatasetJobs;
import io.ergodic.jobs.data.DatasetReader;
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
import io.ergodic.jobs.tracking.MlflowTracker;
import io.ergodic.jobs.trial.ConsoleProgress;
import io.ergodic.jobs.trial.DistributedTrials;
import io.ergodic.jobs.trial.Progress;
import io.ergodic.jobs.trial.Resumption;
import io.ergodic.jobs.trial.TrialScheduler;
import io.ergodic.jobs.trial.TrialStore;
import io.ergodic.models.family.Family;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
   * @param resume whether to refuse when a training was under way with other settings
   * @return all records of the suite, in its order
   */
  public List<TrialRecord> run(boolean retryFailed, boolean resume) throws IOException {
    long start = System.nanoTime();
    Preflight.check(suite);
    OutputLock lock =
        StorageFailure.located(
            output.path(),
            () -> {
              output.claim(suite.name());
              return OutputLock.take(output);
            });
    try (lock) {
      return run(retryFailed, resume, start);
    }
  }

  private List<TrialRecord> run(boolean retryFailed, boolean resume, long start)
      throws IOException {
    List<TrialSpec> trials = TrialGrid.expand(suite, datasets());
    List<TrialSpec> missing = missing(trials, retryFailed);
    if (resume) {
      new Resumption(output.path(), configuration()).check(trials, missing);
    }
    List<String> hashes = trials.stream().map(TrialSpec::hash).toList();
    Map<String, String> provenance = Provenance.of(suite, session.sparkContext().conf());
    StorageFailure.located(
        output.path(),
        () -> {
          output.describe(suite.name(), suite.resolved(), hashes, provenance);
          return output;
        });
    out.printf(
        "%s: %d trials, %d done before, %d to run%n",
        suite.name(), trials.size(), trials.size() - missing.size(), missing.size());
    Preflight.check(missing, configuration());
    try (Progress progress = progress(missing)) {
      List<TrialSpec> distributed = missing.stream().filter(SuiteRun::isDistributed).toList();
      List<TrialSpec> local =
          longestFirst(
              missing.stream().filter(t -> !isDistributed(t)).toList(), manifests(missing));
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

  private Progress progress(List<TrialSpec> missing) {
    Progress console = new ConsoleProgress(out, missing.size(), System.console() != null);
    return suite
        .tracking()
        .<Progress>map(tracking -> new MlflowTracker(tracking, missing, System.getenv(), out))
        .map(console::and)
        .orElse(console);
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

  private Map<String, Manifest> manifests(List<TrialSpec> trials) throws IOException {
    DatasetReader reader = new DatasetReader(configuration());
    Map<String, Manifest> manifests = new HashMap<>();
    for (TrialSpec trial : trials) {
      if (!manifests.containsKey(trial.dataset())) {
        manifests.put(trial.dataset(), reader.manifest(new Path(trial.dataFolder())));
      }
    }
    return manifests;
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
  private static List<TrialSpec> longestFirst(List<TrialSpec> trials, Map<String, Manifest> data) {
    return trials.stream()
        .sorted(Comparator.comparingDouble((TrialSpec trial) -> cost(trial, data)).reversed())
        .toList();
  }

  private static double cost(TrialSpec trial, Map<String, Manifest> data) {
    if (trial.floor()) {
      return 0;
    }
    Family family = Catalogue.family(trial.system().family(), trial.system().path());
    if (!(family instanceof ModelFamily local)) {
      return 0;
    }
    Manifest manifest = data.get(trial.dataset());
    Task task =
        Protocol.registry()
            .get(trial.task(), trial.experiment())
            .task(Settings.parse(trial.taskSettings(), trial.experiment()));
    ModelContext context = new ModelContext(task, manifest.schema(), trial.dataset());
    SplitCount train = manifest.splits().getOrDefault(Split.TRAIN.label(), new SplitCount(0, 0));
    return local.create(context, trial.system().familySettings()).cost().training(train.samples());
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
