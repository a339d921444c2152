package io.ergodic.datasets.invariant;

/**
 * A system whose invariants can be computed. Made anew in every task, so nothing of it travels.
 *
 * @param kind such as {@code flow}, {@code map}, {@code delay}, {@code field}
 * @param dimension of the state space; of a delay equation, the number of its variables
 * @param timescale dominant period of a flow; 1 for a map
 * @param cost rough effort for a timescale, in evaluations times equations, for scheduling
 */
public record Subject(
    String name, String kind, int dimension, double timescale, double cost, Factory factory) {
  /** Makes the system and a state in the basin of its attractor. */
  public interface Factory {
    /**
     * @param samples how many intervals a timescale has; a map has intervals of 1 and ignores it
     */
    TangentSystem system(int samples);

    double[] start();
  }

  public TangentSystem system(int samples) {
    return factory.system(samples);
  }

  public double[] start() {
    return factory.start();
  }
}
