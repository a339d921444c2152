package io.ergodic.jobs.run;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Task;
import io.ergodic.evaluation.protocol.Protocol;
import io.ergodic.jobs.data.DatasetCache;
import io.ergodic.jobs.data.DatasetSpec;
import io.ergodic.jobs.suite.Catalogue;
import io.ergodic.jobs.suite.Experiment;
import io.ergodic.jobs.suite.Suite;
import io.ergodic.jobs.suite.TrialGrid;
import io.ergodic.jobs.suite.TrialSpec;
import io.ergodic.models.family.Family;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.Resources;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.training.Trainable;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;

/**
 * Looks at everything of a suite before anything is trained: a wrong key or a look-back that does
 * not fit is said in the first seconds, not as a failed row after hours.
 */
final class Preflight {
  private Preflight() {}

  /**
   * Throws for the first experiment whose task or systems cannot use the kind of data that a
   * dataset will hold: said before any of it is made.
   */
  static void check(Suite suite) {
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
    TrialGrid.check(suite, schemas::get);
  }

  /**
   * Throws for the first trial whose task cannot be asked of its data, now that it is there, or
   * whose system finds too little in it.
   */
  static void check(List<TrialSpec> trials, Configuration configuration) throws IOException {
    Set<String> checked = new HashSet<>();
    for (TrialSpec trial : trials) {
      String cell = trial.experiment() + "/" + trial.dataset() + "/" + trial.system().name();
      if (!checked.add(cell)) {
        continue;
      }
      Dataset dataset = DatasetCache.get(trial.dataFolder(), configuration);
      Protocol protocol = Protocol.registry().get(trial.task(), trial.experiment());
      Task task = protocol.task(Settings.parse(trial.taskSettings(), trial.experiment()));
      try {
        protocol.check(dataset, task, trial.metrics());
        if (!trial.floor()) {
          prepare(trial, new TrainingContext(dataset, task, trial.trialSeed(), Resources.ONE_CORE));
        }
      } catch (InvalidInputException refused) {
        throw TrialGrid.placed(refused, trial.experiment(), trial.dataset(), trial.system());
      }
    }
  }

  private static void prepare(TrialSpec trial, TrainingContext context) {
    Family family = Catalogue.family(trial.system().family(), trial.system().path());
    if (family instanceof ModelFamily local) {
      Trainable trainable =
          local.create(context.model(), trial.system().familySettings()).prepare(context);
      if (trainable instanceof Trainable.Stepped stepped) {
        stepped.learner().close();
      }
    }
  }
}
