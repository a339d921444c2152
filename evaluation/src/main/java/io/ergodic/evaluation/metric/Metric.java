package io.ergodic.evaluation.metric;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.registry.Named;
import io.ergodic.datasets.registry.Registry;
import io.ergodic.evaluation.evidence.Evidence;
import java.util.Optional;

/**
 * A number that says how good a model is: a function of evidence. Found by its name through
 * ServiceLoader, alone or as one of a {@link MetricProvider}'s; it has no state.
 */
public interface Metric extends Named {
  /** How it is written in tables, e.g. {@code D_stsp}. */
  String title();

  /** One sentence: definition, variant, unit, source. */
  String description();

  /** The name of the task whose protocol observes the evidence, such as {@code forecasting}. */
  String task();

  Direction direction();

  /** Counts changes of the definition: values of two revisions are not compared. */
  default int revision() {
    return 1;
  }

  /**
   * The value. It asks for the evidence it needs and draws from a stream of its own, derived from
   * {@link Evidence#seed()} and its name, so that no other metric changes it.
   *
   * @return not finite where there is no value: the metric has failed then
   * @throws io.ergodic.evaluation.evidence.EvaluationFailedException when evidence cannot be had
   */
  double value(Evidence evidence);

  /** The value and what is to be said beside it, where there is something. */
  default Reading read(Evidence evidence) {
    return new Reading(value(evidence), Optional.empty());
  }

  /**
   * Refuses data the metric is not defined for, before anything is trained.
   *
   * @throws io.ergodic.datasets.settings.InvalidInputException saying what the data lacks
   */
  default void check(Dataset dataset) {}

  /**
   * Whether an unknown shift and scale of every coordinate leaves the value as it is. Where the
   * truth is known up to these alone, it is the floor of no other metric of the model itself.
   */
  default boolean invariant() {
    return false;
  }

  /**
   * The property of the data ({@link io.ergodic.datasets.manifest.Schema#properties()}) that is its
   * floor where the truth is not there to be scored: somebody stated it, nobody measured it.
   */
  default Optional<String> knownAs() {
    return Optional.empty();
  }

  /** All metrics, found once for each class loader. */
  static Registry<Metric> registry() {
    return MetricRegistry.metrics();
  }
}
