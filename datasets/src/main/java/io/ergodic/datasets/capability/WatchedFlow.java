package io.ergodic.datasets.capability;

/** {@link WatchedTangents} that count the evaluations of their solver. */
final class WatchedFlow implements SolvedFlow {
  private final SolvedFlow inner;
  private final TangentDynamics watched;
  private final Runnable check;

  WatchedFlow(SolvedFlow inner, Runnable check) {
    this.inner = inner;
    this.watched = new WatchedTangents(inner, check);
    this.check = check;
  }

  @Override
  public long evaluations(double[] state, int rows) {
    check.run();
    return inner.evaluations(state, rows);
  }

  @Override
  public void push(double[] state, double[] tangent, double[] image) {
    watched.push(state, tangent, image);
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
