package io.ergodic.evaluation.report;

import io.ergodic.evaluation.result.TrialRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The trials of one experiment.
 *
 * @param metrics in the order they were asked for
 * @param datasets with the trials of each
 * @param trials all of them, floors included
 */
public record ExperimentGroup(
    String name,
    String task,
    List<String> metrics,
    List<DatasetGroup> datasets,
    List<TrialRecord> trials) {
  /** Groups trials by experiment and dataset; all in the order they first appear, the suite's. */
  public static List<ExperimentGroup> of(List<TrialRecord> trials) {
    List<ExperimentGroup> groups = new ArrayList<>();
    by(trials, TrialRecord::experiment)
        .forEach(
            (name, own) -> {
              List<DatasetGroup> datasets = new ArrayList<>();
              by(own, TrialRecord::dataset)
                  .forEach(
                      (dataset, each) ->
                          datasets.add(
                              new DatasetGroup(
                                  name,
                                  dataset,
                                  each.get(0).task(),
                                  metrics(each),
                                  bySystem(each))));
              groups.add(
                  new ExperimentGroup(
                      name, own.get(0).task(), metrics(own), List.copyOf(datasets), own));
            });
    return List.copyOf(groups);
  }

  private static Map<String, List<TrialRecord>> by(
      List<TrialRecord> trials, Function<TrialRecord, String> key) {
    Map<String, List<TrialRecord>> groups = new LinkedHashMap<>();
    trials.forEach(t -> groups.computeIfAbsent(key.apply(t), k -> new ArrayList<>()).add(t));
    return groups;
  }

  private static List<TrialRecord> bySystem(List<TrialRecord> trials) {
    return by(trials, TrialRecord::system).values().stream().flatMap(List::stream).toList();
  }

  private static List<String> metrics(List<TrialRecord> trials) {
    LinkedHashSet<String> metrics = new LinkedHashSet<>();
    trials.forEach(trial -> metrics.addAll(trial.metrics()));
    return List.copyOf(metrics);
  }
}
