package io.ergodic.datasets.capability;

/**
 * Dynamics whose map is affine in each of finitely many regions of the state space, as those of
 * rectified recurrent networks are: z' = A z + b with A and b of the region. A region is named by
 * its gates: half spaces that a state is inside of or not. Which gates are open is a pattern of
 * {@link #gates()} bits in longs, the lowest bit of the first one first.
 */
public interface PiecewiseLinear extends Dynamics {
  /** Number of gates G. */
  int gates();

  /** Longs that a pattern takes. */
  default int patternLength() {
    return (gates() + Long.SIZE - 1) / Long.SIZE;
  }

  /** Writes the pattern of the region a state lies in; all {@link #patternLength()} longs. */
  void region(double[] state, long[] pattern);

  /**
   * The affine map of a pattern, whether any state has it or not.
   *
   * @param matrix receives A, M x M row-major
   * @param offset receives b, M values
   */
  void affine(long[] pattern, double[] matrix, double[] offset);

  @Override
  default PiecewiseLinear watched(Runnable check) {
    return new WatchedPieces(this, check);
  }
}
