package io.ergodic.jobs.suite;

import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Task;
import io.ergodic.evaluation.protocol.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Expands a suite into its trials. */
public final class TrialGrid {
  private TrialGrid() {}

  /** All trials, floors first within each dataset; the order is that of the suite. */
  public static List<TrialSpec> expand(Suite suite, Map<String, DatasetHandle> datasets) {
    return expand(suite, datasets, new ResolvedSystems());
  }

  /**
   * The same with systems of which some have been resolved before.
   *
   * @param systems what {@link #check} has found out
   */
  public static List<TrialSpec> expand(
      Suite suite, Map<String, DatasetHandle> datasets, ResolvedSystems systems) {
    List<TrialSpec> trials = new ArrayList<>();
    for (Experiment experiment : suite.experiments()) {
      Task task = task(experiment);
      for (String dataset : experiment.datasets()) {
        DatasetHandle data = datasets.get(dataset);
        if (experiment.floor()) {
          long seed = experiment.seeds().get(0);
          trials.add(
              TrialSpec.of(
                  experiment, dataset, data, TrialSpec.floorSystem(), ResolvedSystem.NONE, seed));
        }
        for (SystemSpec system : experiment.systems().get(dataset)) {
          ResolvedSystem resolved =
              resolve(experiment, task, dataset, system, data.schema(), systems);
          SystemSpec attached = system.attached();
          for (long seed : experiment.seeds()) {
            trials.add(TrialSpec.of(experiment, dataset, data, attached, resolved, seed));
          }
        }
      }
    }
    return trials;
  }

  /**
   * Describes every system for every form of data it is to be trained on, so that what does not fit
   * is said before any data is made.
   *
   * @param schemas of the datasets, by name
   */
  public static ResolvedSystems check(Suite suite, Function<String, Schema> schemas) {
    ResolvedSystems systems = new ResolvedSystems();
    for (Experiment experiment : suite.experiments()) {
      Task task = task(experiment);
      for (String dataset : experiment.datasets()) {
        for (SystemSpec system : experiment.systems().get(dataset)) {
          resolve(experiment, task, dataset, system, schemas.apply(dataset), systems);
        }
      }
    }
    return systems;
  }

  private static Task task(Experiment experiment) {
    return Protocol.registry()
        .get(experiment.task(), experiment.name())
        .task(Settings.parse(experiment.taskSettings(), experiment.name()));
  }

  private static ResolvedSystem resolve(
      Experiment experiment,
      Task task,
      String dataset,
      SystemSpec system,
      Schema schema,
      ResolvedSystems systems) {
    try {
      return systems.get(system.attached(), task, experiment.taskSettings(), schema, dataset);
    } catch (InvalidInputException refused) {
      throw placed(refused, experiment.name(), dataset, system);
    }
  }

  /** With the place in the suite: models know what does not fit, not who asked. */
  public static InvalidInputException placed(
      InvalidInputException refused, String experiment, String dataset, SystemSpec system) {
    String message = refused.getMessage();
    if (message.startsWith(system.path() + ".") || message.startsWith("datasets.")) {
      return refused;
    }
    return new InvalidInputException(
        "experiments."
            + experiment
            + " (dataset "
            + dataset
            + ", system "
            + system.name()
            + "): "
            + message,
        refused);
  }
}
