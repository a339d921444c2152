package io.ergodic.datasets.capability;

/** Dynamics with a check now and then: a step may be as cheap as looking at the clock. */
final class WatchedDynamics implements ForwardedDynamics {
  /** Steps from check to check; a power of two. */
  private static final int EVERY = 16;

  private final Dynamics inner;
  private final Runnable check;
  private int steps;

  WatchedDynamics(Dynamics inner, Runnable check) {
    this.inner = inner;
    this.check = check;
  }

  @Override
  public Dynamics forwarded() {
    return inner;
  }

  @Override
  public void initialise(double[] context, int rows, double[] state) {
    check.run();
    inner.initialise(context, rows, state);
  }

  @Override
  public void step(double[] state, double[] next) {
    if ((steps++ & (EVERY - 1)) == 0) {
      check.run();
    }
    inner.step(state, next);
  }

  @Override
  public void jacobian(double[] state, double[] jacobian) {
    check.run();
    inner.jacobian(state, jacobian);
  }
}
