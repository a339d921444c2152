package io.ergodic.datasets.capability;

/**
 * The flow of a differential equation whose solver chooses its steps: what a row costs depends on
 * where the state is.
 */
public interface SolvedFlow extends TangentDynamics {
  /**
   * How often the solver evaluates the right-hand side from a state (M values, left as they are)
   * over {@code rows} rows in one go, rejected steps included.
   */
  long evaluations(double[] state, int rows);

  @Override
  default SolvedFlow watched(Runnable check) {
    return new WatchedFlow(this, check);
  }
}
