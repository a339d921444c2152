package io.ergodic.jobs.run;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.kind.DataKind;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.manifest.SplitCount;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Task;
import io.ergodic.evaluation.protocol.Protocol;
import io.ergodic.jobs.data.DatasetCache;
import io.ergodic.jobs.data.DatasetReader;
import io.ergodic.jobs.data.DatasetSpec;
import io.ergodic.jobs.suite.Catalogue;
import io.ergodic.jobs.suite.Experiment;
import io.ergodic.jobs.suite.ResolvedSystems;
import io.ergodic.jobs.suite.Suite;
import io.ergodic.jobs.suite.TrialGrid;
import io.ergodic.jobs.suite.TrialSpec;
import io.ergodic.models.family.Family;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.Resources;
import io.ergodic.models.family.TrainingContext;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Looks at everything of a suite before anything is trained: a wrong key or a look-back that does
 * not fit is said in the first seconds, not as a failed row after hours.
 */
final class Preflight {
  private Preflight() {}

  /**
   * Throws for the first experiment whose task or systems cannot use the kind of data that a
   * dataset will hold: said before any of it is made.
   *
   * @return what the systems turned out to be
   */
  static ResolvedSystems check(Suite suite) {
    Map<String, Schema> schemas = new HashMap<>();
    for (DatasetSpec spec : suite.usedDatasets()) {
      schemas.put(spec.name(), spec.plan().schema());
    }
    for (Experiment experiment : suite.experiments()) {
      Set<String> kinds =
          Protocol.registry()
              .get(experiment.task(), experiment.name())
              .task(Settings.parse(experiment.taskSettings(), experiment.name()))
              .kinds();
      for (String dataset : experiment.datasets()) {
        String kind = schemas.get(dataset).kind();
        if (!kinds.contains(kind)) {
          throw new InvalidInputException(
              "experiments."
                  + experiment.name()
                  + ".datasets: "
                  + experiment.task()
                  + " and its systems need "
                  + String.join(" or ", new TreeSet<>(kinds))
                  + ", but dataset "
                  + dataset
                  + " holds "
                  + kind);
        }
      }
    }
    return TrialGrid.check(suite, schemas::get);
  }

  /** All that decides whether a trial can be run. */
  private record Cell(
      String task,
      String taskSettings,
      List<String> metrics,
      String family,
      String settings,
      Schema schema,
      Map<String, SplitCount> splits) {
    static Cell of(TrialSpec trial, Manifest manifest) {
      return new Cell(
          trial.task(),
          trial.taskSettings(),
          trial.metrics(),
          trial.system().family(),
          trial.resolved().settings(),
          manifest.schema(),
          manifest.splits());
    }
  }

  /**
   * Throws for the first trial whose task cannot be asked of its data, now that it is there, or
   * whose system finds too little in it. Manifests tell nearly always that all is well; only where
   * they do not is a dataset read.
   */
  static void check(List<TrialSpec> trials, Configuration configuration) throws IOException {
    Map<String, Manifest> manifests = new HashMap<>();
    Set<Cell> fitting = new HashSet<>();
    for (TrialSpec trial : trials) {
      Manifest manifest = manifests.get(trial.dataFolder());
      if (manifest == null) {
        manifest = new DatasetReader(configuration).manifest(new Path(trial.dataFolder()));
        manifests.put(trial.dataFolder(), manifest);
      }
      if (fitting.add(Cell.of(trial, manifest)) && !fits(trial, manifest)) {
        check(trial, DatasetCache.get(trial.dataFolder(), configuration));
      }
    }
  }

  /** Whether nothing is refused; what is, may be for the outline alone. */
  private static boolean fits(TrialSpec trial, Manifest manifest) {
    Optional<Dataset> outline = DataKind.of(manifest.schema()).outline(manifest);
    try {
      outline.ifPresent(dataset -> check(trial, dataset));
      return outline.isPresent();
    } catch (RuntimeException refused) {
      return false;
    }
  }

  private static void check(TrialSpec trial, Dataset dataset) {
    Protocol protocol = Protocol.registry().get(trial.task(), trial.experiment());
    Task task = protocol.task(Settings.parse(trial.taskSettings(), trial.experiment()));
    try {
      protocol.check(dataset, task, trial.metrics());
      Family family =
          trial.floor() ? null : Catalogue.family(trial.system().family(), trial.system().path());
      if (family instanceof ModelFamily local) {
        TrainingContext context =
            new TrainingContext(dataset, task, trial.trialSeed(), Resources.ONE_CORE);
        local.create(context.model(), trial.system().familySettings()).check(context);
      }
    } catch (InvalidInputException refused) {
      throw TrialGrid.placed(refused, trial.experiment(), trial.dataset(), trial.system());
    }
  }
}
