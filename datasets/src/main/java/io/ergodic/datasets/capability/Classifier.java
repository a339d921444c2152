package io.ergodic.datasets.capability;

/** Gives class probabilities. One instance belongs to one thread. */
public interface Classifier extends Capability {
  int classes();

  /**
   * Classifies a batch.
   *
   * @param inputs {@code count} examples of {@code inputSize} values each, scaled as in training
   * @param probabilities receives {@code count} x classes, each row summing to 1
   */
  void classify(float[] inputs, int count, float[] probabilities);

  @Override
  default Classifier watched(Runnable check) {
    return new WatchedClassifier(this, check);
  }
}
