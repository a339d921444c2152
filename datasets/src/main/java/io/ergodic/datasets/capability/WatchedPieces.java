package io.ergodic.datasets.capability;

/** {@link WatchedDynamics} that are piecewise linear. */
record WatchedPieces(PiecewiseLinear inner, WatchedDynamics forwarded, Runnable check)
    implements PiecewiseLinear, ForwardedDynamics {
  WatchedPieces(PiecewiseLinear inner, Runnable check) {
    this(inner, new WatchedDynamics(inner, check), check);
  }

  @Override
  public int gates() {
    return inner.gates();
  }

  @Override
  public void region(double[] state, long[] pattern) {
    inner.region(state, pattern);
  }

  @Override
  public void affine(long[] pattern, double[] matrix, double[] offset) {
    check.run();
    inner.affine(pattern, matrix, offset);
  }
}
