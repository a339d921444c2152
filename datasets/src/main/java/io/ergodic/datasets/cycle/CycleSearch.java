package io.ergodic.datasets.cycle;

import io.ergodic.datasets.capability.PiecewiseLinear;
import io.ergodic.datasets.random.RandomStreams;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;

/**
 * The search for fixed points and cycles of a piecewise-linear map (SCYFI: Eisenmann, Monfared,
 * Göring and Durstewitz, NeurIPS 2023). A cycle of k states is the solution of k affine maps, once
 * it is known in which region each of its states lies. From a guess of these regions the equation
 * is solved; if the regions of the solution's orbit are others, the solution is virtual and they
 * are the next guess, until both agree or {@code iterations} are over. First guesses are drawn from
 * a pool of patterns: every second time as they follow each other in it, else each by itself from
 * the different ones, so that a region that few states of the pool lie in is tried as well.
 *
 * <p>Each cycle is found once: what was found before, in any rotation, or has a shorter period is
 * left out. The search proves what it finds, not that there is no more.
 *
 * @param longest period searched for
 * @param starts first guesses for each period
 * @param iterations guesses from each of them
 * @param seed of the guesses
 */
public record CycleSearch(int longest, int starts, int iterations, long seed) {
  /** A pivot below it is none: the equation has no solution, or many. */
  private static final double SINGULAR = 1e-12;

  /**
   * Searches.
   *
   * @param pool patterns to start from, such as those of an orbit in their order; not empty
   * @return by period, then in the order they were found in
   */
  public List<Cycle> find(PiecewiseLinear map, List<long[]> pool) {
    RandomGenerator random = RandomStreams.stream(seed, "cycles");
    List<Cycle> found = new ArrayList<>();
    Set<LongBuffer> seen = new HashSet<>();
    List<long[]> distinct = pool.stream().filter(one -> seen.add(LongBuffer.wrap(one))).toList();
    for (int period = 1; period <= longest; period++) {
      for (int start = 0; start < starts; start++) {
        long[][] guess = new long[period][];
        List<long[]> source = start % 2 == 0 ? pool : distinct;
        int from = random.nextInt(source.size());
        for (int k = 0; k < period; k++) {
          int at = start % 2 == 0 ? (from + k) % pool.size() : random.nextInt(source.size());
          guess[k] = source.get(at).clone();
        }
        refine(map, guess)
            .filter(states -> isNew(states, found))
            .ifPresent(states -> found.add(Cycle.of(map, states)));
      }
    }
    return found;
  }

  private static boolean isNew(double[][] states, List<Cycle> found) {
    return found.stream().noneMatch(known -> known.holds(states[0]));
  }

  /** The states of the cycle that a guess leads to; empty for none within the iterations. */
  private Optional<double[][]> refine(PiecewiseLinear map, long[][] guess) {
    int period = guess.length;
    long[][] actual = new long[period][map.patternLength()];
    for (int i = 0; i < iterations; i++) {
      double[] state = solve(map, guess);
      if (state == null) {
        return Optional.empty();
      }
      double[][] states = new double[period][];
      for (int k = 0; k < period; k++) {
        states[k] = state.clone();
        map.region(state, actual[k]);
        map.step(state, state);
      }
      boolean agrees = Arrays.deepEquals(actual, guess);
      if (agrees && Cycle.same(state, states[0])) {
        return Optional.of(states);
      }
      if (agrees) {
        return Optional.empty();
      }
      for (int k = 0; k < period; k++) {
        System.arraycopy(actual[k], 0, guess[k], 0, guess[k].length);
      }
    }
    return Optional.empty();
  }

  /** The state z = A_k ( ... (A_1 z + b_1) ... ) + b_k; null where there is not just one. */
  private static double[] solve(PiecewiseLinear map, long[][] patterns) {
    int size = map.stateDimension();
    double[] matrix = new double[size * size];
    double[] offset = new double[size];
    Array2DRowRealMatrix product = null;
    double[] shift = new double[size];
    for (long[] pattern : patterns) {
      map.affine(pattern, matrix, offset);
      Array2DRowRealMatrix factor = Cycle.matrix(matrix, size);
      double[] moved = factor.operate(shift);
      for (int m = 0; m < size; m++) {
        shift[m] = moved[m] + offset[m];
      }
      product = product == null ? factor : factor.multiply(product);
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        product.setEntry(i, j, (i == j ? 1 : 0) - product.getEntry(i, j));
      }
    }
    try {
      double[] state =
          new LUDecomposition(product, SINGULAR)
              .getSolver()
              .solve(new ArrayRealVector(shift, false))
              .toArray();
      return Arrays.stream(state).allMatch(Double::isFinite) ? state : null;
    } catch (MathRuntimeException singular) {
      return null;
    }
  }
}
