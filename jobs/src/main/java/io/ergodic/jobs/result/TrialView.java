package io.ergodic.jobs.result;

import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.suite.TrialSpec;
import java.util.List;
import java.util.Map;

/**
 * A trial as a suite names it, and the training that serves it: the same training may serve
 * several.
 *
 * @param training hash of the training, or of the floor
 * @param seed as listed
 * @param metrics asked for, in order
 * @param published values to be compared with, by metric
 */
public record TrialView(
    String training,
    String experiment,
    String dataset,
    String system,
    long seed,
    List<String> metrics,
    Map<String, Double> published) {
  /** The view of a trial of the grid. */
  public static TrialView of(TrialSpec spec) {
    return new TrialView(
        spec.hash(),
        spec.experiment(),
        spec.dataset(),
        spec.system().name(),
        spec.seed(),
        List.copyOf(spec.metrics()),
        spec.published());
  }

  /** Such as {@code reconstruction/lorenz/shallow-plrnn/1}. */
  public String label() {
    return experiment + "/" + dataset + "/" + system + "/" + seed;
  }

  /** The record of the training as this trial. */
  TrialRecord of(TrialRecord stored) {
    return stored.as(experiment, dataset, system, seed, metrics, published);
  }
}
