package io.ergodic.datasets.capability;

/** {@link WatchedDynamics} that are piecewise linear. */
final class WatchedPieces implements PiecewiseLinear {
  private final PiecewiseLinear inner;
  private final Dynamics watched;
  private final Runnable check;

  WatchedPieces(PiecewiseLinear inner, Runnable check) {
    this.inner = inner;
    this.watched = new WatchedDynamics(inner, check);
    this.check = check;
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

  @Override
  public int stateDimension() {
    return watched.stateDimension();
  }

  @Override
  public int observedDimension() {
    return watched.observedDimension();
  }

  @Override
  public void initialise(double[] context, int rows, double[] state) {
    watched.initialise(context, rows, state);
  }

  @Override
  public int contextRows() {
    return watched.contextRows();
  }

  @Override
  public void step(double[] state, double[] next) {
    watched.step(state, next);
  }

  @Override
  public void jacobian(double[] state, double[] jacobian) {
    watched.jacobian(state, jacobian);
  }

  @Override
  public void observe(double[] state, double[] observation) {
    watched.observe(state, observation);
  }
}
