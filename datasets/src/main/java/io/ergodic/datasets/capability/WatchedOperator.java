package io.ergodic.datasets.capability;

/** An operator with a check before each batch. */
record WatchedOperator(Operator inner, Runnable check) implements Operator {
  @Override
  public int inputPoints() {
    return inner.inputPoints();
  }

  @Override
  public int inputChannels() {
    return inner.inputChannels();
  }

  @Override
  public int outputPoints() {
    return inner.outputPoints();
  }

  @Override
  public int outputChannels() {
    return inner.outputChannels();
  }

  @Override
  public void apply(float[] input, int count, float[] output) {
    check.run();
    inner.apply(input, count, output);
  }
}
