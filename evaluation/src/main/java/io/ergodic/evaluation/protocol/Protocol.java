package io.ergodic.evaluation.protocol;

import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.registry.Named;
import io.ergodic.datasets.registry.Registry;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Task;
import io.ergodic.evaluation.evidence.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * Puts trained models to the test of one task, whose name it has. Found through ServiceLoader: a
 * new task is a package with a {@link Task}, a protocol, kinds of evidence, metrics, figures and a
 * section of the report.
 */
public interface Protocol extends Named {
  /** Reads the task from an experiment's {@code task} settings; refuses unknown keys. */
  Task task(Settings settings);

  /** Metrics computed when an experiment names none. */
  List<String> defaultMetrics();

  /**
   * What a model must be able to do; more than one means any of them. How each is put to the test,
   * such as dynamics that forecast by free steps, is up to {@link #observe}.
   */
  List<Class<? extends Capability>> capabilities();

  /** Whether models of a capability can be put to the test. */
  default boolean serves(Class<? extends Capability> capability) {
    return capabilities().stream().anyMatch(needed -> needed.isAssignableFrom(capability));
  }

  /**
   * Refuses data that the task is not defined for; the kind of data has been checked before.
   *
   * @throws io.ergodic.datasets.settings.InvalidInputException saying what does not fit
   */
  default void check(Dataset dataset, Task task) {}

  /**
   * What can be seen of a model on the test split. Nothing is computed before it is asked for.
   *
   * @param seed of random draws of the metrics
   */
  Evidence observe(Capability model, Dataset dataset, Task task, long seed);

  /**
   * Refuses data that the task or a metric is not defined for, before anything is trained.
   *
   * @throws io.ergodic.datasets.settings.InvalidInputException saying what does not fit
   */
  default void check(Dataset dataset, Task task, List<String> metrics) {
    Requirements.kind(dataset, task);
    Requirements.precision(dataset);
    check(dataset, task);
    Requirements.metrics(metrics, name()).forEach(metric -> metric.check(dataset));
  }

  /**
   * Scores a model on the test split and draws its figures. A metric or figure that fails does so
   * alone.
   *
   * @param metrics names, all of this task
   * @param seed of random draws of the evaluation itself
   * @param check throws when the time for it is over; called before pieces of the work, and what it
   *     throws is the failure of the metric or figure under way and of those after it
   * @throws io.ergodic.datasets.settings.InvalidInputException as {@link #check} does
   */
  default Evaluation evaluate(
      Capability model,
      Dataset dataset,
      Task task,
      List<String> metrics,
      long seed,
      Runnable check) {
    check(dataset, task, metrics);
    return Evaluation.of(
        observe(model.watched(check), dataset, task, seed),
        Requirements.metrics(metrics, name()),
        true,
        check);
  }

  /** Scores a model as {@link #evaluate} does, without figures. */
  default Evaluation score(
      Capability model,
      Dataset dataset,
      Task task,
      List<String> metrics,
      long seed,
      Runnable check) {
    check(dataset, task, metrics);
    return Evaluation.of(
        observe(model.watched(check), dataset, task, seed),
        Requirements.metrics(metrics, name()),
        false,
        check);
  }

  /**
   * The floor: what the truth scores against itself, for the metrics where that exists. Empty when
   * the dataset allows none.
   *
   * @param check as for {@link #evaluate}
   */
  default Optional<Evaluation> floor(
      Dataset dataset, Task task, List<String> metrics, long seed, Runnable check) {
    return Optional.empty();
  }

  /** As long as it takes. */
  default Evaluation evaluate(
      Capability model, Dataset dataset, Task task, List<String> metrics, long seed) {
    return evaluate(model, dataset, task, metrics, seed, () -> {});
  }

  /** As long as it takes. */
  default Evaluation score(
      Capability model, Dataset dataset, Task task, List<String> metrics, long seed) {
    return score(model, dataset, task, metrics, seed, () -> {});
  }

  /** As long as it takes. */
  default Optional<Evaluation> floor(Dataset dataset, Task task, List<String> metrics, long seed) {
    return floor(dataset, task, metrics, seed, () -> {});
  }

  static Registry<Protocol> registry() {
    return Registry.load(Protocol.class, "task");
  }
}
