package io.ergodic.models.learner;

/** A learner whose parameters are one array of the heap, and which has nothing to close. */
public interface FlatLearner extends Learner {
  /** The parameters themselves, as {@link #state()} is the state. */
  float[] parameters();

  @Override
  default int parameterCount() {
    return parameters().length;
  }

  @Override
  default void readParameters(float[] target) {
    System.arraycopy(parameters(), 0, target, 0, parameterCount());
  }

  @Override
  default void writeParameters(float[] source) {
    System.arraycopy(source, 0, parameters(), 0, parameterCount());
  }

  @Override
  default void close() {}
}
