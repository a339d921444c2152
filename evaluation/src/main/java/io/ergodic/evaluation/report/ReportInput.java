package io.ergodic.evaluation.report;

import io.ergodic.datasets.registry.Registry;
import io.ergodic.evaluation.metric.Metric;
import io.ergodic.evaluation.result.ArtefactSource;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.evaluation.statistics.ComparisonPlan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a report or notebook says.
 *
 * @param title shown largest
 * @param description one or two sentences on the question the suite asks; may be empty
 * @param suite its name
 * @param trials every trial, failed ones and floors included
 * @param artefacts where the figures of trials come from
 * @param provenance label to value in the order to be shown: spec hash, seed, revision, versions,
 *     machine, wall time
 * @param spec the resolved suite as text
 * @param comparisons how systems are compared, by experiment; all with one another where it says
 *     nothing
 * @param metrics the catalogue that titles, directions and descriptions come from; a metric it does
 *     not know is shown by its name
 */
public record ReportInput(
    String title,
    String description,
    String suite,
    List<TrialRecord> trials,
    ArtefactSource artefacts,
    Map<String, String> provenance,
    String spec,
    Map<String, ComparisonPlan> comparisons,
    Registry<Metric> metrics) {
  public ReportInput {
    trials = List.copyOf(trials);
    comparisons = Map.copyOf(comparisons);
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
  }

  /** The same of some of the trials. */
  ReportInput with(List<TrialRecord> some) {
    return new ReportInput(
        title, description, suite, some, artefacts, provenance, spec, comparisons, metrics);
  }
}
