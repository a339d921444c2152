package io.ergodic.datasets.capability;

/** A classifier with a check before each batch. */
record WatchedClassifier(Classifier inner, Runnable check) implements Classifier {
  @Override
  public int classes() {
    return inner.classes();
  }

  @Override
  public void classify(float[] inputs, int count, float[] probabilities) {
    check.run();
    inner.classify(inputs, count, probabilities);
  }
}
