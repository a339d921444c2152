package io.ergodic.evaluation.regions;

import io.ergodic.datasets.capability.PiecewiseLinear;
import io.ergodic.datasets.cycle.Cycle;
import io.ergodic.datasets.cycle.CycleSearch;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.evaluation.analysis.SymbolicOrbit;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How much of a search for cycles a figure can afford: linear equations of M variables, and affine
 * maps of G gates, cost about M^3 + G M^2 multiply-adds a guess.
 *
 * @param longest period; 0 for no search at all
 * @param starts for each period
 */
record RegionSearch(int longest, int starts, long seed) {
  /** Multiply-adds of all guesses together: a second or two. */
  private static final double BUDGET = 1.5e9;

  private static final int MOST_STATES = 256;
  private static final int LONGEST = 6;
  private static final int MOST_STARTS = 300;
  private static final int FEWEST_STARTS = 20;
  private static final int ITERATIONS = 20;
  private static final int POOL = 4_000;

  /** Periods up to six, fewer where that is more than can be paid for. */
  static RegionSearch of(PiecewiseLinear map, long seed) {
    double size = map.stateDimension();
    if (size > MOST_STATES) {
      return new RegionSearch(0, 0, seed);
    }
    double guess = size * size * (size + map.gates()) * ITERATIONS;
    for (int longest = LONGEST; longest > 1; longest--) {
      double starts = BUDGET / (guess * longest * (longest + 1) / 2);
      if (starts >= FEWEST_STARTS) {
        return new RegionSearch(longest, (int) Math.min(MOST_STARTS, starts), seed);
      }
    }
    return new RegionSearch(1, (int) Math.max(1, Math.min(MOST_STARTS, BUDGET / guess)), seed);
  }

  /**
   * Searches from the regions of the run and of states scattered around it, twice as far as it
   * goes: fixed points such as those within the holes of an attractor lie where no run comes by.
   *
   * @param begin first state of the run
   */
  List<Cycle> find(PiecewiseLinear map, SymbolicOrbit run, double[] begin) {
    List<long[]> pool = new ArrayList<>();
    int size = begin.length;
    double[] low = begin.clone();
    double[] high = begin.clone();
    double[] state = begin.clone();
    for (int t = 0; t < Math.min(POOL, run.symbols().length); t++) {
      pool.add(run.regions().get(run.symbols()[t]));
      for (int m = 0; m < size; m++) {
        low[m] = Math.min(low[m], state[m]);
        high[m] = Math.max(high[m], state[m]);
      }
      map.step(state, state);
    }
    RandomGenerator random = RandomStreams.stream(seed, "scattered states");
    int followed = pool.size();
    for (int i = 0; i < followed; i++) {
      for (int m = 0; m < size; m++) {
        state[m] = (low[m] + high[m]) / 2 + (high[m] - low[m]) * (2 * random.nextDouble() - 1);
      }
      long[] pattern = new long[map.patternLength()];
      map.region(state, pattern);
      pool.add(pattern);
    }
    return new CycleSearch(longest, starts, ITERATIONS, seed).find(map, pool);
  }
}
