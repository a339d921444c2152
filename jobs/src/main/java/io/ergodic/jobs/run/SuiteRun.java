package io.ergodic.jobs.run;

import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.file.ContentFolder;
import io.ergodic.jobs.mllib.DistributedFamily;
import io.ergodic.jobs.result.OutputFolder;
import io.ergodic.jobs.result.OutputLock;
import io.ergodic.jobs.result.Provenance;
import io.ergodic.jobs.result.RunResults;
import io.ergodic.jobs.result.Seal;
import io.ergodic.jobs.result.TrialView;
import io.ergodic.jobs.spark.LateSession;
import io.ergodic.jobs.spark.StorageFailure;
import io.ergodic.jobs.suite.Catalogue;
import io.ergodic.jobs.suite.DatasetHandle;
import io.ergodic.jobs.suite.ResolvedSystems;
import io.ergodic.jobs.suite.Suite;
import io.ergodic.jobs.suite.TrialGrid;
import io.ergodic.jobs.suite.TrialSpec;
import io.ergodic.jobs.tracking.MlflowTracker;
import io.ergodic.jobs.trial.ConsoleProgress;
import io.ergodic.jobs.trial.DistributedTrials;
import io.ergodic.jobs.trial.FigureStore;
import io.ergodic.jobs.trial.ModelStore;
import io.ergodic.jobs.trial.Progress;
import io.ergodic.jobs.trial.Resumption;
import io.ergodic.jobs.trial.StoredRecords;
import io.ergodic.jobs.trial.TrialScheduler;
import io.ergodic.jobs.trial.TrialStore;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Runs what is missing of a suite and writes its results and report. */
public final class SuiteRun {
  private final LateSession late;
  private final Configuration configuration;
  private final Suite suite;
  private final OutputFolder output;
  private final Path data;
  private final PrintStream out;
  private final RunListener listener;

  /** Told to nobody but the reader of {@code out}. */
  public SuiteRun(
      LateSession session, Suite suite, OutputFolder output, String data, PrintStream out)
      throws IOException {
    this(session, suite, output, data, out, RunListener.none());
  }

  /**
   * @param session started where there is something to be made or trained
   * @param data folder of all datasets
   * @param out where progress is shown
   * @param listener told of all steps; its owner closes it
   */
  public SuiteRun(
      LateSession session,
      Suite suite,
      OutputFolder output,
      String data,
      PrintStream out,
      RunListener listener)
      throws IOException {
    this.listener = listener;
    this.late = session;
    this.configuration = session.configuration();
    this.suite = suite;
    this.output = output;
    Path given = new Path(data);
    this.data = given.getFileSystem(configuration).makeQualified(given);
    this.out = out;
  }

  /**
   * Runs the suite.
   *
   * @return all records of the suite, in its order
   */
  public List<TrialRecord> run(RunOptions options) throws IOException {
    long start = System.nanoTime();
    ResolvedSystems systems = Preflight.check(suite);
    OutputLock lock =
        StorageFailure.located(
            output.path(),
            () -> {
              output.claim(suite.name());
              return OutputLock.take(output.path(), configuration, out::println);
            });
    try (lock) {
      output.tidy(configuration, out::println);
      return run(options, systems, lock, start);
    }
  }

  private List<TrialRecord> run(
      RunOptions options, ResolvedSystems systems, OutputLock lock, long start) throws IOException {
    Map<String, DatasetHandle> handles =
        new SuiteDatasets(late, data, out, listener).ensure(suite.usedDatasets());
    List<TrialSpec> trials = TrialGrid.expand(suite, handles, systems);
    TrialStore store = new TrialStore(output.path(), configuration);
    ModelStore models = new ModelStore(output.path(), configuration);
    store.recover();
    StoredRecords records = new StoredRecords(store);
    Inventory inventory =
        new Inventory(store, records, models, new FigureStore(output.path(), configuration));
    inventory.take(trials, options);
    inventory.damage().forEach(out::println);
    List<TrialSpec> missing = new ArrayList<>(inventory.toTrain());
    missing.addAll(inventory.toEvaluate());
    if (options.resume()) {
      new Resumption(output.path(), configuration).check(trials, missing);
    }
    Shortfalls shortfalls = new Shortfalls(out);
    announce(inventory, options, shortfalls);
    List<TrialView> views = trials.stream().map(TrialView::of).toList();
    Map<String, String> provenance = Provenance.of(suite, notes(handles), late.conf());
    String description =
        StorageFailure.located(
            output.path(),
            () -> output.describe(suite.name(), suite.resolved(), views, provenance));
    Preflight.check(missing, configuration);
    ContentFolder files = new ContentFolder(output.path(), configuration);
    for (String settings : missing.stream().map(t -> t.system().settings()).distinct().toList()) {
      files.store(settings);
    }
    open(inventory, missing, store, models);
    Set<String> scored =
        inventory.toEvaluate().stream().map(TrialSpec::hash).collect(Collectors.toSet());
    try (Progress progress = progress(missing, records, lock, shortfalls)) {
      Map<Boolean, List<TrialSpec>> placed =
          missing.stream()
              .collect(
                  Collectors.partitioningBy(
                      trial -> isDistributed(trial) && !scored.contains(trial.hash())));
      List<TrialSpec> distributed = placed.get(true);
      ToDoubleFunction<TrialSpec> cost =
          trial -> trial.resolved().cost().training(handles.get(trial.dataset()).trainSamples());
      List<TrialSpec> local = longestFirst(placed.get(false), cost);
      if (!local.isEmpty()) {
        new TrialScheduler(late.spark(), output.path()).run(local, cost, progress);
      }
      if (!distributed.isEmpty()) {
        new DistributedTrials(late.session(), output.path()).run(distributed, progress);
      }
    }
    lock.check();
    store.recover();
    records.settle();
    List<TrialRecord> all = RunResults.of(views, records);
    write(
        new RunResults(output, configuration, all, out::println),
        seal(description, views, records));
    listener.reported(new Path(output.path(), "report.html").toString());
    shortfalls.after();
    out.printf(
        Locale.ROOT, "%s: done in %.0f s%n", suite.name(), (System.nanoTime() - start) * 1e-9);
    return all;
  }

  private static Map<String, List<String>> notes(Map<String, DatasetHandle> handles) {
    Map<String, List<String>> notes = new TreeMap<>();
    handles.forEach((name, handle) -> notes.put(name, handle.notes()));
    notes.values().removeIf(List::isEmpty);
    return notes;
  }

  private Seal seal(String description, List<TrialView> views, StoredRecords records)
      throws IOException {
    Set<String> trainings =
        views.stream().map(TrialView::training).collect(Collectors.toCollection(TreeSet::new));
    return new Seal(output.path(), configuration, description, records.fingerprint(trainings));
  }

  /** Writes tables and report, unless they are there. */
  private void write(RunResults results, Seal seal) throws IOException {
    StorageFailure.located(
        output.path(),
        () -> {
          if (!seal.holds()) {
            seal.lift();
            List<String> files = new ArrayList<>(results.writeTables());
            files.addAll(results.writeReport());
            seal.put(files);
          }
          return results;
        });
  }

  /**
   * Takes out the records that are to be replaced or added to, so that they come back should this
   * run not get that far. Weights of before go where a training is done again: its scores are not
   * to be theirs.
   */
  private static void open(
      Inventory inventory, List<TrialSpec> missing, TrialStore store, ModelStore models)
      throws IOException {
    Set<String> finished = store.finished();
    for (TrialSpec spec : inventory.toTrain()) {
      if (finished.contains(spec.hash())) {
        models.remove(spec.hash());
      }
    }
    for (TrialSpec spec : missing) {
      if (finished.contains(spec.hash())) {
        store.open(spec.hash());
      }
    }
  }

  private Progress progress(
      List<TrialSpec> missing, StoredRecords records, OutputLock lock, Shortfalls shortfalls) {
    Progress told =
        new ConsoleProgress(out, missing.size(), System.console() != null)
            .and(shortfalls)
            .and(listener);
    Progress console = records.gathering(told).and(new Possession(lock));
    return suite
        .tracking()
        .<Progress>map(tracking -> new MlflowTracker(tracking, missing, System.getenv(), out))
        .map(console::and)
        .orElse(console);
  }

  private void announce(Inventory inventory, RunOptions options, Shortfalls shortfalls) {
    listener.planned(
        inventory.trained(), inventory.toTrain().size(), inventory.toEvaluate().size());
    out.printf(
        Locale.ROOT,
        "%s: %d trained before, %d to train, %d to evaluate%n",
        suite.name(),
        inventory.trained(),
        inventory.toTrain().size(),
        inventory.toEvaluate().size());
    if (inventory.changed() > 0 && !options.rerunChanged()) {
      out.printf(
          Locale.ROOT,
          "%d trials are of another build; --rerun-changed runs them again, --forget SYSTEM drops"
              + " them%n",
          inventory.changed());
    }
    shortfalls.before(inventory.failed(), inventory.errors());
  }

  /** Longest first: the last task to start is then a short one, and no core waits for long. */
  private static List<TrialSpec> longestFirst(
      List<TrialSpec> trials, ToDoubleFunction<TrialSpec> cost) {
    return trials.stream().sorted(Comparator.comparingDouble(cost).reversed()).toList();
  }

  /** Whether a trial is many Spark tasks, started from the driver. */
  private static boolean isDistributed(TrialSpec trial) {
    if (trial.floor()) {
      return false;
    }
    return trial.system().averaging().isPresent()
        || trial.system().spread().isPresent()
        || Catalogue.family(trial.system().family(), trial.system().path())
            instanceof DistributedFamily;
  }
}
