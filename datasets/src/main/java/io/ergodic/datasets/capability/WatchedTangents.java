package io.ergodic.datasets.capability;

/** {@link WatchedDynamics} that say what their Jacobian does to a vector. */
record WatchedTangents(TangentDynamics inner, WatchedDynamics forwarded, Runnable check)
    implements TangentDynamics, ForwardedDynamics {
  WatchedTangents(TangentDynamics inner, Runnable check) {
    this(inner, new WatchedDynamics(inner, check), check);
  }

  @Override
  public void push(double[] state, double[] tangent, double[] image) {
    check.run();
    inner.push(state, tangent, image);
  }

  @Override
  public void jacobian(double[] state, double[] jacobian) {
    forwarded.jacobian(state, jacobian);
  }
}
