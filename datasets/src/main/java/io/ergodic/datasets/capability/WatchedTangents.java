package io.ergodic.datasets.capability;

/** {@link WatchedDynamics} that say what their Jacobian does to a vector. */
final class WatchedTangents implements TangentDynamics {
  private final TangentDynamics inner;
  private final Dynamics watched;
  private final Runnable check;

  WatchedTangents(TangentDynamics inner, Runnable check) {
    this.inner = inner;
    this.watched = new WatchedDynamics(inner, check);
    this.check = check;
  }

  @Override
  public void push(double[] state, double[] tangent, double[] image) {
    check.run();
    inner.push(state, tangent, image);
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
