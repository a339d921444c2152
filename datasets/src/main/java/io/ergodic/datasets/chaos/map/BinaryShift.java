package io.ergodic.datasets.chaos.map;

/**
 * Doubling in floating point. Multiplying by two is exact, so an orbit of x -> 2x mod 1 loses one
 * binary digit a step and ends in 0 after 53. Here the digit that the shift leaves free is filled
 * with one drawn from the state by a mixing function (the finaliser of SplitMix64, Steele et al.,
 * OOPSLA 2014): the result is a function of the state, and off the exact one by at most 2^-53, the
 * rounding error of any other map.
 */
public final class BinaryShift {
  private static final double GRID = 0x1p53;

  private BinaryShift() {}

  /** 2x for x in [0, 1/2], with a digit of its own in the last place; in (0, 1). */
  public static double doubled(double x) {
    long digits = (long) (x * GRID);
    long mixed = digits * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    long filled = 2 * digits + ((mixed ^ (mixed >>> 31)) & 1);
    return Math.max(1, Math.min(filled, (1L << 53) - 1)) / GRID;
  }

  /** 2x mod 1 for x in [0, 1). */
  public static double shifted(double x) {
    return x < 0.5 ? doubled(x) : doubled(x - 0.5);
  }
}
