package io.ergodic.datasets.capability;

/**
 * A discrete-time dynamical system z(t+1) = F(z(t)) with a read-out to observations.
 * Implementations hold no state between calls but scratch memory: one instance belongs to one
 * thread.
 */
public interface Dynamics extends Capability {
  /** Dimension M of the state. */
  int stateDimension();

  /** Dimension N of an observation. */
  int observedDimension();

  /**
   * Estimates the state behind an observation (N values) at the last row of {@code context}. The
   * context holds {@code rows} x N values, row-major in time; systems without memory read only the
   * last row.
   */
  void initialise(double[] context, int rows, double[] state);

  /** Rows of context {@link #initialise} needs; 1 for systems without memory. */
  default int contextRows() {
    return 1;
  }

  /** One step; {@code state} and {@code next} (M values each) may be the same array. */
  void step(double[] state, double[] next);

  /** The Jacobian dF/dz at {@code state}, M x M row-major. */
  void jacobian(double[] state, double[] jacobian);

  /** The observation (N values) of a state. */
  void observe(double[] state, double[] observation);

  @Override
  default Dynamics watched(Runnable check) {
    return new WatchedDynamics(this, check);
  }
}
