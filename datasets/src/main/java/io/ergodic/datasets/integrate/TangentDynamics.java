package io.ergodic.datasets.integrate;

/**
 * A trajectory with tangent vectors that are made orthonormal again after every advance: what
 * Lyapunov exponents are measured on, whether of a map, a delay equation or a field.
 */
public interface TangentDynamics {
  /** Number of tangent vectors, hence of exponents. */
  int vectors();

  /**
   * Advances state and vectors by one interval.
   *
   * @param logarithms receives the logarithm of each vector's stretching over the interval
   * @return length of the interval, in iterations for maps and in units of time else
   */
  double advance(double[] logarithms);
}
