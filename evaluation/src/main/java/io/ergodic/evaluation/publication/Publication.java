package io.ergodic.evaluation.publication;

import io.ergodic.evaluation.metric.Direction;
import io.ergodic.evaluation.report.DatasetGroup;
import io.ergodic.evaluation.report.ExperimentGroup;
import io.ergodic.evaluation.report.Report;
import io.ergodic.evaluation.report.ReportInput;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.evaluation.statistics.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The summary of a finished suite, a result for each experiment, dataset, system and metric. */
public final class Publication {
  private Publication() {}

  /**
   * Summarises a suite, in its order.
   *
   * @param protocols the question of each experiment, by name
   * @param machine class of machine the trials ran on
   */
  public static List<PublishedResult> of(
      ReportInput input, Map<String, String> protocols, String machine) {
    Report report = new Report(input);
    List<PublishedResult> results = new ArrayList<>();
    for (ExperimentGroup experiment : report.experiments()) {
      for (DatasetGroup group : experiment.datasets()) {
        for (String system : group.systems()) {
          for (String metric : group.metrics()) {
            Direction direction = report.catalogue().direction(metric);
            Summary summary = group.summary(system, metric, direction);
            results.add(
                new PublishedResult(
                    input.suite(),
                    experiment.name(),
                    group.dataset(),
                    system,
                    metric,
                    summary.median(),
                    summary.mad(),
                    summary.count(),
                    summary.failed(),
                    group.floor(metric),
                    group.published(system, metric),
                    protocols.getOrDefault(experiment.name(), experiment.task()),
                    revision(group.of(system)),
                    machine,
                    group.seconds(system, "train").median()));
          }
        }
      }
    }
    return results;
  }

  private static String revision(List<TrialRecord> trials) {
    return trials.stream()
        .map(TrialRecord::revision)
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
