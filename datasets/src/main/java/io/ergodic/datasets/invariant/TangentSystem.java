package io.ergodic.datasets.invariant;

/**
 * A dynamical system in steps of {@link #interval()}, with its tangent dynamics. Instances may hold
 * scratch memory and belong to one thread. Their {@code toString} names system and parameters.
 */
public interface TangentSystem {
  /** Number of state variables; for a delay equation those of its discretised history. */
  int dimension();

  /** Model time that one call of {@link #advance} covers; 1 for a map. */
  double interval();

  /** How many exponents, the largest first, are worth computing; all by default. */
  default int exponents() {
    return dimension();
  }

  /**
   * Moves the state on by one interval, and with it the vectors of the frame, by the derivative of
   * the motion. May call {@link TangentFrame#orthonormalise()} on the way, as often as keeps the
   * vectors well apart; the caller does so at the end. A frame without vectors asks for the state
   * alone.
   *
   * @throws io.ergodic.datasets.integrate.IntegrationException where the solution ends, with the
   *     time since the beginning of the interval
   */
  void advance(double[] state, TangentFrame frame);

  /** Number of values that {@link #observe} writes. */
  default int observed() {
    return dimension();
  }

  /** What is measured of a state: the state by default, for a delay equation its present value. */
  default void observe(double[] state, double[] target) {
    System.arraycopy(state, 0, target, 0, dimension());
  }
}
