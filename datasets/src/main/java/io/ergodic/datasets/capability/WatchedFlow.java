package io.ergodic.datasets.capability;

/** {@link WatchedTangents} that count the evaluations of their solver. */
record WatchedFlow(SolvedFlow inner, WatchedTangents forwarded, Runnable check)
    implements SolvedFlow, ForwardedDynamics {
  WatchedFlow(SolvedFlow inner, Runnable check) {
    this(inner, new WatchedTangents(inner, check), check);
  }

  @Override
  public long evaluations(double[] state, int rows) {
    check.run();
    return inner.evaluations(state, rows);
  }

  @Override
  public void push(double[] state, double[] tangent, double[] image) {
    forwarded.push(state, tangent, image);
  }

  @Override
  public void jacobian(double[] state, double[] jacobian) {
    forwarded.jacobian(state, jacobian);
  }
}
