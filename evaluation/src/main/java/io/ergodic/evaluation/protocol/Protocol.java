package io.ergodic.evaluation.protocol;

import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.registry.Named;
import io.ergodic.datasets.registry.Registry;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Task;
import java.util.List;
import java.util.Optional;

/**
 * Puts trained models to the test of one task. Its name is the task's: reconstruction, forecasting
 * or classification. Found through ServiceLoader.
 */
public interface Protocol extends Named {
  /** Reads the task from an experiment's {@code task} settings; refuses unknown keys. */
  Task task(Settings settings);

  /** Metrics computed when an experiment names none. */
  List<String> defaultMetrics();

  /** What a model must be able to do; more than one means any of them. */
  List<Class<? extends Capability>> capabilities();

  /** The {@link Schema#kind()} of data it is defined for, known before any data is there. */
  default String dataKind() {
    return Schema.SERIES;
  }

  /**
   * Refuses data that the task or a metric is not defined for, before anything is trained.
   *
   * @throws io.ergodic.datasets.settings.InvalidInputException saying what does not fit
   */
  default void check(Dataset dataset, Task task, List<String> metrics) {}

  /**
   * Scores a model on the test split.
   *
   * @param metrics names, all of this task
   * @param seed of random draws of the evaluation itself
   * @throws EvaluationFailedException when the model gives values that are not finite
   */
  Evaluation evaluate(
      Capability model, Dataset dataset, Task task, List<String> metrics, long seed);

  /**
   * The floor: what the truth scores against itself, for the metrics where that exists. Empty when
   * the dataset allows none.
   */
  Optional<Evaluation> floor(Dataset dataset, Task task, List<String> metrics, long seed);

  static Registry<Protocol> registry() {
    return Registry.load(Protocol.class, "task");
  }
}
