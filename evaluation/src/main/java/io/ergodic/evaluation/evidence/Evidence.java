package io.ergodic.evaluation.evidence;

import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.task.Task;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the metrics and figures of one trial may look at, by type: free runs, forecasts,
 * predictions, but also the model as a capability, the dataset and the task. Nothing is computed
 * before it is asked for, and nothing twice: the first answer is shared, and so is a failure. One
 * instance belongs to one thread.
 *
 * <p>A protocol registers a {@link Source} for each kind of evidence it can observe; a new kind is
 * a class of its own that nothing else has to know of.
 */
public final class Evidence {
  private final Capability model;
  private final Dataset dataset;
  private final Task task;
  private final long seed;
  private final Map<Class<?>, Source<?>> sources = new HashMap<>();
  private final Map<Class<?>, Outcome> observed = new HashMap<>();
  private final Set<Class<?>> asked = new HashSet<>();

  /** How one kind of evidence is observed. */
  @FunctionalInterface
  public interface Source<T> {
    /**
     * Observes it; may ask for other evidence.
     *
     * @throws EvaluationFailedException saying in one line why the model shows none
     */
    T observe(Evidence evidence);
  }

  private record Outcome(Object value, RuntimeException failure) {}

  private Evidence(Capability model, Dataset dataset, Task task, long seed) {
    this.model = model;
    this.dataset = dataset;
    this.task = task;
    this.seed = seed;
  }

  /**
   * Evidence of a trained model, or of the truth in its place.
   *
   * @param seed of random draws of the metrics, each of which derives its own stream from it
   */
  public static Evidence of(Capability model, Dataset dataset, Task task, long seed) {
    return new Evidence(model, dataset, task, seed);
  }

  /** Evidence without a model: only what sources bring of their own can be seen. */
  public static Evidence without(Dataset dataset, Task task, long seed) {
    return new Evidence(null, dataset, task, seed);
  }

  /** Registers how a kind of evidence is observed. */
  public <T> Evidence with(Class<T> type, Source<? extends T> source) {
    if (sources.put(type, source) != null) {
      throw new IllegalStateException("two sources of " + type.getSimpleName());
    }
    return this;
  }

  /**
   * Evidence of a type: what its source observes, else the model, the dataset or the task where it
   * is of the type.
   *
   * @throws EvaluationFailedException when it cannot be had; each further asker is told the same
   */
  public <T> T get(Class<T> type) {
    asked.add(type);
    Outcome outcome = observed.get(type);
    if (outcome == null) {
      outcome = observe(type);
      observed.put(type, outcome);
    }
    if (outcome.failure() != null) {
      throw outcome.failure();
    }
    return type.cast(outcome.value());
  }

  private Outcome observe(Class<?> type) {
    try {
      Source<?> source = sources.get(type);
      return new Outcome(source == null ? given(type) : source.observe(this), null);
    } catch (RuntimeException failure) {
      return new Outcome(null, failure);
    }
  }

  private Object given(Class<?> type) {
    for (Object each : new Object[] {model, dataset, task}) {
      if (type.isInstance(each)) {
        return each;
      }
    }
    throw new EvaluationFailedException(
        task.name()
            + " observes no "
            + type.getSimpleName()
            + (model == null ? " without a model" : " of a " + model.getClass().getSimpleName()));
  }

  /** The model itself, whatever it can do; empty where there is none. */
  public Optional<Capability> model() {
    return Optional.ofNullable(model);
  }

  public Dataset dataset() {
    return dataset;
  }

  public Task task() {
    return task;
  }

  /** Of random draws of the metrics. */
  public long seed() {
    return seed;
  }

  /** The types that anybody asked for, whether they could be had or not. */
  public Set<Class<?>> asked() {
    return Collections.unmodifiableSet(asked);
  }
}
