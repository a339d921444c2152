package io.ergodic.jobs.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Expands a suite into its trials. */
public final class TrialGrid {
  private TrialGrid() {}

  /** All trials, floors first within each dataset; the order is that of the suite. */
  public static List<TrialSpec> expand(Suite suite, Map<String, DatasetHandle> datasets) {
    List<TrialSpec> trials = new ArrayList<>();
    for (Experiment experiment : suite.experiments()) {
      for (String dataset : experiment.datasets()) {
        DatasetHandle data = datasets.get(dataset);
        if (experiment.floor()) {
          trials.add(
              TrialSpec.of(
                  experiment, dataset, data, TrialSpec.floorSystem(), experiment.seeds().get(0)));
        }
        for (SystemSpec system : experiment.systems().get(dataset)) {
          for (long seed : experiment.seeds()) {
            trials.add(TrialSpec.of(experiment, dataset, data, system, seed));
          }
        }
      }
    }
    return trials;
  }
}
