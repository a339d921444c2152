package io.ergodic.evaluation.analysis;

import io.ergodic.datasets.capability.PiecewiseLinear;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * An orbit as the sequence of the linear regions it visits: a symbolic code of the dynamics
 * (Brenner et al. 2024). Regions are numbered by how often they are visited, the most often visited
 * one first, ties by their first visit.
 *
 * @param symbols the region of each state
 * @param regions pattern of each region, see {@link PiecewiseLinear}
 * @param visits of each region
 */
public record SymbolicOrbit(int[] symbols, List<long[]> regions, int[] visits) {

  /**
   * Follows an orbit.
   *
   * @param state the first state of it; moved on by {@code steps}
   * @param steps number of symbols
   * @throws ArithmeticException where the orbit leaves the finite numbers
   */
  public static SymbolicOrbit of(PiecewiseLinear map, double[] state, int steps) {
    Map<LongBuffer, Integer> known = new HashMap<>();
    List<long[]> found = new ArrayList<>();
    int[] first = new int[steps];
    int[] counts = new int[16];
    long[] pattern = new long[map.patternLength()];
    // One key with the present bits to look up with; what is kept is a copy.
    LongBuffer present = LongBuffer.wrap(pattern);
    for (int t = 0; t < steps; t++) {
      map.region(state, pattern);
      Integer symbol = known.get(present);
      if (symbol == null) {
        symbol = found.size();
        long[] kept = pattern.clone();
        found.add(kept);
        known.put(LongBuffer.wrap(kept), symbol);
        counts = symbol < counts.length ? counts : Arrays.copyOf(counts, 2 * symbol);
      }
      first[t] = symbol;
      counts[symbol]++;
      map.step(state, state);
      double sum = 0;
      for (double value : state) {
        sum += value;
      }
      if (!Double.isFinite(sum)) {
        throw new ArithmeticException("the orbit diverged at step " + (t + 1) + " of " + steps);
      }
    }
    return sorted(first, found, counts);
  }

  private static SymbolicOrbit sorted(int[] first, List<long[]> found, int[] counts) {
    int[] order =
        IntStream.range(0, found.size())
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> -counts[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] number = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      number[order[i]] = i;
    }
    return new SymbolicOrbit(
        Arrays.stream(first).map(symbol -> number[symbol]).toArray(),
        Arrays.stream(order).mapToObj(found::get).toList(),
        Arrays.stream(order).map(i -> counts[i]).toArray());
  }

  /** The number of a region; -1 for one that the orbit does not visit. */
  public int number(long[] pattern) {
    for (int i = 0; i < regions.size(); i++) {
      if (Arrays.equals(regions.get(i), pattern)) {
        return i;
      }
    }
    return -1;
  }

  /** How often which region follows on which. */
  public TransitionGraph transitions() {
    return TransitionGraph.of(symbols, regions.size());
  }
}
