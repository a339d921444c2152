package io.ergodic.jobs.run;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.task.Task;
import io.ergodic.evaluation.protocol.Protocol;
import io.ergodic.evaluation.report.Numbers;
import io.ergodic.jobs.data.DatasetCache;
import io.ergodic.jobs.data.DatasetSpec;
import io.ergodic.jobs.data.GeneratedDataset;
import io.ergodic.jobs.result.OutputFolder;
import io.ergodic.jobs.suite.Catalogue;
import io.ergodic.jobs.suite.DatasetHandle;
import io.ergodic.jobs.suite.ResolvedSystems;
import io.ergodic.jobs.suite.Suite;
import io.ergodic.jobs.suite.TrialGrid;
import io.ergodic.jobs.suite.TrialSpec;
import io.ergodic.jobs.trial.FigureStore;
import io.ergodic.jobs.trial.ModelStore;
import io.ergodic.jobs.trial.StoredRecords;
import io.ergodic.jobs.trial.TrialStore;
import io.ergodic.jobs.tryout.TrainingSpeed;
import io.ergodic.models.family.Family;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.Resources;
import io.ergodic.models.family.TrainingContext;
import java.io.IOException;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Lists what a run would do, and does nothing. Training times are measured on a few steps of each
 * system, where its data is there already.
 */
public final class DryRun {
  /** Weight, gradient and two moments of an optimiser, in single precision. */
  private static final int BYTES_A_PARAMETER = 16;

  private final Configuration configuration;
  private final Suite suite;
  private final OutputFolder output;
  private final Path data;
  private final PrintStream out;
  private final Map<String, Double> seconds = new HashMap<>();

  /**
   * @param data folder of all datasets
   */
  public DryRun(
      Configuration configuration, Suite suite, OutputFolder output, String data, PrintStream out) {
    this.configuration = configuration;
    this.suite = suite;
    this.output = output;
    this.data = new Path(data);
    this.out = out;
  }

  /** Shows every trial that would be trained or evaluated. */
  public void show(RunOptions options) throws IOException {
    ResolvedSystems systems = Preflight.check(suite);
    Map<String, DatasetHandle> handles = new LinkedHashMap<>();
    for (DatasetSpec spec : suite.usedDatasets()) {
      handles.put(spec.name(), handle(spec));
    }
    TrialStore store = new TrialStore(output.path(), configuration);
    Inventory inventory =
        new Inventory(
            store,
            new StoredRecords(store),
            new ModelStore(output.path(), configuration),
            new FigureStore(output.path(), configuration));
    inventory.take(TrialGrid.expand(suite, handles, systems), options);
    inventory.damage().forEach(out::println);
    out.printf(
        Locale.ROOT, "%-9s %-48s %12s %12s %10s%n", "", "trial", "parameters", "memory", "time");
    double total = 0;
    boolean known = true;
    for (TrialSpec spec : inventory.toTrain()) {
      double needed = seconds(spec);
      known &= !Double.isNaN(needed);
      total += Double.isNaN(needed) ? 0 : needed;
      out.printf(
          Locale.ROOT,
          "%-9s %-48s %12d %9.1f MB %10s%n",
          "train",
          spec.label(),
          spec.resolved().cost().parameters(),
          spec.resolved().cost().parameters() * BYTES_A_PARAMETER * 1e-6,
          Double.isNaN(needed) ? "?" : Numbers.duration(needed));
    }
    for (TrialSpec spec : inventory.toEvaluate()) {
      out.printf(Locale.ROOT, "%-9s %s%n", "evaluate", spec.label());
    }
    out.printf(
        Locale.ROOT,
        "%s: %d trained before, %d to train, %d to evaluate; about %s of one core%s; nothing was"
            + " done%n",
        suite.name(),
        inventory.trained(),
        inventory.toTrain().size(),
        inventory.toEvaluate().size(),
        Numbers.duration(total),
        known
            ? ""
            : ", and what cannot be told (?): closed forms, and systems whose data is not made");
  }

  /** A dataset by what it will be; without a folder where it has not been made. */
  private DatasetHandle handle(DatasetSpec spec) throws IOException {
    DatasetPlan plan = spec.plan();
    Optional<GeneratedDataset> made = SuiteDatasets.find(spec, plan, data, configuration);
    if (made.isEmpty()) {
      out.println("dataset " + spec.name() + ": would be made");
      plan.notes().forEach(note -> out.println("  " + note));
      return new DatasetHandle("", spec.hash(plan), plan.schema(), 0, plan.notes());
    }
    return DatasetHandle.of(made.get().folder(), made.get().manifest());
  }

  /** Of a training on one core; NaN where it cannot be told. */
  private double seconds(TrialSpec spec) throws IOException {
    Family family = Catalogue.family(spec.system().family(), spec.system().path());
    if (spec.dataFolder().isEmpty() || !(family instanceof ModelFamily local)) {
      return Double.NaN;
    }
    String cell = spec.dataHash() + spec.resolved().settings() + spec.system().family();
    Double before = seconds.get(cell);
    if (before != null) {
      return before;
    }
    Dataset dataset = DatasetCache.get(spec.dataFolder(), configuration);
    Task task =
        Protocol.registry()
            .get(spec.task(), spec.experiment())
            .task(Settings.parse(spec.taskSettings(), spec.experiment()));
    TrainingContext context =
        new TrainingContext(dataset, task, spec.trialSeed(), Resources.ONE_CORE);
    TrainingSpeed speed =
        TrainingSpeed.of(local.create(context.model(), spec.system().familySettings()), context);
    double needed = speed.epochs() == 0 ? Double.NaN : speed.epochs() * speed.epochSeconds();
    seconds.put(cell, needed);
    return needed;
  }
}
