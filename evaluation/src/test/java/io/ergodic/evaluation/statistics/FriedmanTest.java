package io.ergodic.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FriedmanTest {
  /** AUC of four decision trees on 14 datasets, in the manner of Demsar (2006), table 6. */
  private static final double[][] AREA = {
    {.763, .768, .771, .798}, {.599, .591, .590, .569}, {.954, .971, .968, .967},
    {.628, .661, .654, .657}, {.882, .888, .886, .898}, {.936, .931, .916, .931},
    {.661, .668, .609, .685}, {.583, .583, .563, .625}, {.775, .838, .866, .875},
    {1, 1, 1, 1}, {.940, .962, .965, .962}, {.619, .666, .614, .669},
    {.972, .981, .975, .975}, {.957, .978, .946, .970}
  };

  private static double[][] ranks() {
    return Arrays.stream(AREA)
        .map(row -> Ranks.of(Arrays.stream(row).map(v -> -v).toArray()))
        .toArray(double[][]::new);
  }

  @Test
  void sharesRanksOfEqualValues() {
    assertThat(Ranks.of(new double[] {3, 1, 3, 2})).containsExactly(3.5, 1, 3.5, 2);
    double infinite = Double.POSITIVE_INFINITY;
    assertThat(Ranks.of(new double[] {infinite, 0, infinite})).containsExactly(2.5, 1, 2.5);
  }

  @Test
  void agreesWithScipy() {
    Friedman friedman = Friedman.of(ranks());
    // scipy.stats.friedmanchisquare and f.sf
    assertThat(friedman.statistic()).isCloseTo(10.952380952380956, within(1e-9));
    assertThat(friedman.pValue()).isCloseTo(0.011986176325417788, within(1e-9));
    assertThat(friedman.imanDavenport()).isCloseTo(4.585889570552149, within(1e-9));
    assertThat(friedman.imanDavenportPValue()).isCloseTo(0.007628838730725745, within(1e-9));
  }

  @Test
  void hasTheClosedFormWithoutTies() {
    // Three blocks that agree on the order of k systems: chi-square = N (k - 1), its largest value.
    double[][] ranks = {{1, 2, 3, 4}, {1, 2, 3, 4}, {1, 2, 3, 4}};
    assertThat(Friedman.of(ranks).statistic()).isCloseTo(9, within(1e-12));
    assertThat(Friedman.of(ranks).imanDavenport()).isInfinite();
    assertThat(Friedman.of(ranks).imanDavenportPValue()).isZero();
  }

  @Test
  void saysNothingWithoutDifferencesOrBlocks() {
    assertThat(Friedman.of(new double[][] {{1.5, 1.5}, {1.5, 1.5}}).pValue()).isEqualTo(1);
    assertThat(Friedman.of(new double[][] {{1, 2}}).pValue()).isNaN();
    assertThat(Friedman.of(new double[0][]).statistic()).isNaN();
  }

  @Test
  void computesTheStudentisedRange() {
    // scipy.stats.studentized_range.ppf(.95, k, inf)
    assertThat(Nemenyi.studentisedRange(2)).isCloseTo(2.771807648699355, within(1e-6));
    assertThat(Nemenyi.studentisedRange(3)).isCloseTo(3.314493155398122, within(1e-6));
    assertThat(Nemenyi.studentisedRange(10)).isCloseTo(4.474124221725907, within(1e-6));
  }

  @Test
  void givesDemsarsCriticalDifference() {
    // Demsar (2006), section 3.2.4: k = 4, N = 14, CD = 1.25 at the 5 % level
    assertThat(Nemenyi.criticalDifference(4, 14)).isCloseTo(1.25, within(5e-3));
    assertThat(Nemenyi.criticalDifference(1, 14)).isNaN();
  }
}
