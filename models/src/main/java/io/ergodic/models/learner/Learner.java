package io.ergodic.models.learner;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;
import java.util.List;
import java.util.Set;

/**
 * A model together with its local training rule: all that a trainer knows. Parameters and optimiser
 * state are each one flat vector in canonical order, so averaging, checkpoints and norms need no
 * knowledge of the model. One instance belongs to one thread.
 */
public interface Learner extends AutoCloseable {
  int parameterCount();

  /**
   * How many of the parameters are trained: the first ones. What follows them are buffers, such as
   * running statistics, which are averaged, stored and restored with the rest.
   */
  default int trainableCount() {
    return parameterCount();
  }

  /**
   * The named parts of the parameter vector, in order, covering all of it: trained ones, then
   * buffers. By default one part, averaged.
   */
  default List<Segment> segments() {
    return List.of(new Segment("parameters", Merge.MEAN, parameterCount()));
  }

  /** Names of segments that are trained ones by their place, but that no gradient can reach. */
  default Set<String> idle() {
    return Set.of();
  }

  /**
   * Prepares for the next stage of a training of several, such as fine-tuning after pre-training;
   * called before its first step, stage 0 included. Where several workers share the steps it is
   * called again in the middle of a stage, before parameters and state are written.
   */
  default void begin(int stage) {}

  /** Copies the parameters into {@code target} (parameterCount values). */
  void readParameters(float[] target);

  void writeParameters(float[] source);

  /** The state of the optimiser itself, of a fixed length; empty for rules without any. */
  float[] state();

  /** Length of the optimiser state. */
  default int stateCount() {
    return state().length;
  }

  /** Copies the state into {@code target} (stateCount values). */
  default void readState(float[] target) {
    System.arraycopy(state(), 0, target, 0, state().length);
  }

  default void writeState(float[] source) {
    System.arraycopy(source, 0, state(), 0, state().length);
  }

  /**
   * One local update.
   *
   * @return the mean loss over the batch before the update
   */
  double step(Batch batch, StepContext context);

  /** The mean loss over a batch without any update, in evaluation mode. */
  double loss(Batch batch);

  /**
   * What the model can do with its present parameters. It shares them: close the learner only when
   * done with it.
   */
  Capability trained();

  @Override
  void close();
}
