package io.ergodic.datasets.capability;

/** Dynamics that are another's in all that they do not say themselves. */
public interface ForwardedDynamics extends Dynamics {
  /** The other. */
  Dynamics forwarded();

  @Override
  default int stateDimension() {
    return forwarded().stateDimension();
  }

  @Override
  default int observedDimension() {
    return forwarded().observedDimension();
  }

  @Override
  default void initialise(double[] context, int rows, double[] state) {
    forwarded().initialise(context, rows, state);
  }

  @Override
  default int contextRows() {
    return forwarded().contextRows();
  }

  @Override
  default void step(double[] state, double[] next) {
    forwarded().step(state, next);
  }

  @Override
  default void jacobian(double[] state, double[] jacobian) {
    forwarded().jacobian(state, jacobian);
  }

  @Override
  default void observe(double[] state, double[] observation) {
    forwarded().observe(state, observation);
  }
}
