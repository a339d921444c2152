package io.ergodic.jobs.run;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Task;
import io.ergodic.evaluation.protocol.Protocol;
import io.ergodic.jobs.data.DatasetCache;
import io.ergodic.jobs.suite.Catalogue;
import io.ergodic.jobs.suite.TrialSpec;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.training.Trainable;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;

/**
 * Builds every model of a suite once before anything is trained: a wrong key or a look-back that
 * does not fit is said in the first seconds, not as a failed row after hours.
 */
final class Preflight {
  private Preflight() {}

  /** Throws for the first trial whose settings or data cannot be used. */
  static void check(List<TrialSpec> trials, Configuration configuration) throws IOException {
    Set<String> checked = new HashSet<>();
    for (TrialSpec trial : trials) {
      String cell = trial.experiment() + "/" + trial.dataset() + "/" + trial.system().name();
      if (trial.floor() || !checked.add(cell)) {
        continue;
      }
      if (Catalogue.family(trial.system().family(), trial.system().path())
          instanceof ModelFamily family) {
        create(family, trial, DatasetCache.get(trial.dataFolder(), configuration));
      }
    }
  }

  private static void create(ModelFamily family, TrialSpec trial, Dataset dataset) {
    Protocol protocol = Protocol.registry().get(trial.task(), trial.experiment());
    Task task = protocol.task(Settings.parse(trial.taskSettings(), trial.experiment()));
    Settings settings = Settings.parse(trial.system().settings(), trial.system().path());
    TrainingContext context = new TrainingContext(dataset, task, trial.trialSeed(), 1);
    if (family.create(context, settings) instanceof Trainable.Stepped stepped) {
      stepped.learner().close();
    }
  }
}
