package io.ergodic.evaluation.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.cycle.Cycle;
import io.ergodic.datasets.cycle.CycleSearch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CycleSearchTest {
  private static List<long[]> everyPattern(int gates) {
    List<long[]> all = new ArrayList<>();
    for (long pattern = 0; pattern < 1L << gates; pattern++) {
      all.add(new long[] {pattern});
    }
    return all;
  }

  /**
   * With slopes 2 and -3 and the tip at height 1: fixed points -1 and 1/4, and one cycle of two
   * states, x < 0 < y with y = 2 x + 1 and x = 1 - 3 y.
   */
  @Test
  void theCyclesOfASkewTentAreThoseOfItsEquations() {
    List<Cycle> cycles =
        new CycleSearch(2, 40, 20, 1).find(Rectified.tent(2, 3, 1), everyPattern(1));
    assertThat(cycles).extracting(Cycle::period).containsExactly(1, 1, 2);
    List<Cycle> fixed = new ArrayList<>(cycles.subList(0, 2));
    fixed.sort((a, b) -> Double.compare(a.states()[0][0], b.states()[0][0]));
    assertThat(fixed.get(0).states()[0][0]).isCloseTo(-1, within(1e-12));
    assertThat(fixed.get(0).real()).containsExactly(2);
    assertThat(fixed.get(1).states()[0][0]).isCloseTo(0.25, within(1e-12));
    assertThat(fixed.get(1).real()).containsExactly(-3);
    double[][] pair = cycles.get(2).states();
    assertThat(pair[0][0]).isCloseTo(-2 / 7.0, within(1e-12));
    assertThat(pair[1][0]).isCloseTo(3 / 7.0, within(1e-12));
    assertThat(cycles.get(2).real()[0]).isCloseTo(-6, within(1e-12));
    assertThat(cycles.get(2).stability()).isEqualTo(Cycle.Stability.UNSTABLE);
  }

  /**
   * The full tent map has 2^k points of period k: cycles of prime periods 1, 2, 3, 4: 2, 1, 2, 3.
   */
  @Test
  void theFullTentHasAllItsCycles() {
    List<Cycle> cycles =
        new CycleSearch(4, 400, 20, 3).find(Rectified.tent(2, 2, 1), everyPattern(1));
    int[] count = new int[5];
    cycles.forEach(cycle -> count[cycle.period()]++);
    assertThat(count).containsExactly(0, 2, 1, 2, 3);
  }

  /** A rotation by 0.3 that shrinks or grows has one fixed point and that pair of eigenvalues. */
  @Test
  void aLinearMapHasItsEigenvalues() {
    for (double size : new double[] {0.9, 1, 1.1}) {
      double c = size * Math.cos(0.3);
      double s = size * Math.sin(0.3);
      // Off the diagonal the weights act on rectified states only: a bias keeps both positive.
      Rectified map =
          new Rectified(
              new double[] {c, c}, new double[] {0, -s, s, 0}, new double[] {1 - c + s, 1 - c - s});
      List<Cycle> cycles = new CycleSearch(1, 10, 10, 1).find(map, everyPattern(2));
      Cycle fixed =
          cycles.stream().filter(cycle -> cycle.states()[0][1] > 0.5).findFirst().orElseThrow();
      assertThat(fixed.states()[0]).usingComparatorWithPrecision(1e-9).containsExactly(1, 1);
      assertThat(fixed.real()).usingComparatorWithPrecision(1e-9).containsExactly(c, c);
      assertThat(fixed.imaginary()).usingComparatorWithPrecision(1e-9).containsExactly(s, -s);
      assertThat(fixed.radius()).isCloseTo(size, within(1e-9));
      assertThat(fixed.stability())
          .isEqualTo(
              size < 1
                  ? Cycle.Stability.STABLE
                  : size > 1 ? Cycle.Stability.UNSTABLE : Cycle.Stability.MARGINAL);
    }
  }

  /** Every fixed point and two-cycle of six random networks, by trying all patterns one by one. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void nothingIsMissedOfSmallNetworks(long seed) {
    Rectified map = Rectified.random(4, seed);
    List<Cycle> cycles = new CycleSearch(2, 800, 30, 7).find(map, everyPattern(4));
    List<double[]> fixed = new ArrayList<>();
    List<double[]> pairs = new ArrayList<>();
    for (long first = 0; first < 16; first++) {
      double[] state = solution(map, first, first);
      if (state != null && pattern(map, state) == first) {
        fixed.add(state);
      }
      for (long second = 0; second < 16; second++) {
        double[] one = solution(map, first, second);
        if (first != second && one != null && pattern(map, one) == first) {
          double[] other = new double[4];
          map.step(one, other);
          if (pattern(map, other) == second) {
            pairs.add(one);
          }
        }
      }
    }
    assertThat(cycles.stream().filter(cycle -> cycle.period() == 1)).hasSameSizeAs(fixed);
    assertThat(cycles.stream().filter(cycle -> cycle.period() == 2)).hasSize(pairs.size() / 2);
    for (List<double[]> all : List.of(fixed, pairs)) {
      assertThat(all).allMatch(state -> cycles.stream().anyMatch(cycle -> cycle.holds(state)));
    }
  }

  /** The fixed point of the second step after the first, with these regions. */
  private static double[] solution(Rectified map, long first, long second) {
    double[] one = new double[16];
    double[] two = new double[16];
    double[] shift = new double[4];
    map.affine(new long[] {first}, one, shift);
    map.affine(new long[] {second}, two, shift);
    Array2DRowRealMatrix left = new Array2DRowRealMatrix(4, 4);
    Array2DRowRealMatrix right = new Array2DRowRealMatrix(4, 4);
    for (int i = 0; i < 16; i++) {
      left.setEntry(i / 4, i % 4, two[i]);
      right.setEntry(i / 4, i % 4, one[i]);
    }
    double[] moved = left.operate(shift);
    Arrays.setAll(moved, m -> moved[m] + shift[m]);
    Array2DRowRealMatrix around = left.multiply(right);
    for (int i = 0; i < 16; i++) {
      around.setEntry(i / 4, i % 4, (i % 5 == 0 ? 1 : 0) - around.getEntry(i / 4, i % 4));
    }
    LUDecomposition decomposition = new LUDecomposition(around);
    return decomposition.getSolver().isNonSingular()
        ? decomposition.getSolver().solve(new ArrayRealVector(moved)).toArray()
        : null;
  }

  private static long pattern(Rectified map, double[] state) {
    long[] pattern = new long[1];
    map.region(state, pattern);
    return pattern[0];
  }

  /** One pattern of ten thousand leads to the fixed point at -1. */
  @Test
  void aRareRegionIsNotForgotten() {
    List<long[]> pool = new ArrayList<>(Collections.nCopies(10_000, new long[] {1}));
    pool.add(new long[] {0});
    List<Cycle> cycles = new CycleSearch(1, 40, 1, 1).find(Rectified.tent(2, 3, 1), pool);
    assertThat(cycles).anyMatch(cycle -> cycle.holds(new double[] {-1}));
  }

  @Test
  void theSameSearchFindsTheSame() {
    Rectified map = Rectified.random(5, 11);
    CycleSearch search = new CycleSearch(3, 100, 20, 5);
    assertThat(search.find(map, everyPattern(5)))
        .usingRecursiveComparison()
        .isEqualTo(search.find(map, everyPattern(5)));
  }
}
