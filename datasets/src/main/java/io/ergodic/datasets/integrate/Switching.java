package io.ergodic.datasets.integrate;

/**
 * A field that jumps or kinks at a plane. On either side it is one of two smooth fields; on the
 * plane, where both push towards it, Filippov's combination of both (Filippov, Differential
 * Equations with Discontinuous Righthand Sides, 1988).
 */
public interface Switching {
  /** Number of state variables. */
  int dimension();

  /** The smooth field on one side; it must be defined a little beyond the plane. */
  DifferentiableField side(boolean positive);

  /** The normal n of the plane n x = offset; not to be written to. */
  double[] normal();

  double offset();

  /** The side a state lies on: n x - offset. */
  default double indicator(double[] state) {
    double[] normal = normal();
    double sum = -offset();
    for (int i = 0; i < normal.length; i++) {
      sum += normal[i] * state[i];
    }
    return sum;
  }
}
