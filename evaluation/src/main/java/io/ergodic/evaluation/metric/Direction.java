package io.ergodic.evaluation.metric;

/** Which values of a metric are good. */
public enum Direction {
  LOWER_IS_BETTER,
  HIGHER_IS_BETTER,
  /** A value to be close to the floor's, such as a Lyapunov exponent. */
  CLOSER_TO_FLOOR_IS_BETTER
}
