package io.ergodic.models.optimiser;

/**
 * The count of steps as two floats at the head of a state: what is below 2^24, and how often that
 * was full. One float would stand still at 2^24; two are exact up to 2^48. Both are linear in the
 * count, so that the mean of two states has the mean count.
 */
final class StepCount {
  /** Floats it takes. */
  static final int LENGTH = 2;

  private static final long FULL = 1L << 24;

  private StepCount() {}

  static long read(float[] state) {
    return Math.round(state[0] + (double) FULL * state[1]);
  }

  static void write(float[] state, long steps) {
    state[0] = steps % FULL;
    state[1] = steps / FULL;
  }

  /** Counts a step and returns its number, from 1. */
  static long next(float[] state) {
    long steps = read(state) + 1;
    write(state, steps);
    return steps;
  }
}
