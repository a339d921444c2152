package io.ergodic.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WilcoxonTest {
  @Test
  void isExactWithoutTies() {
    double[] before = {1.83, .50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
    double[] after = {.878, .647, .598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};
    // Hollander and Wolfe (1973), p. 29; scipy: statistic 5, p = 0.0390625
    assertThat(Wilcoxon.pValue(before, after)).isCloseTo(0.0390625, within(1e-15));
    assertThat(Wilcoxon.pValue(after, before)).isCloseTo(0.0390625, within(1e-15));
  }

  @Test
  void isExactWithTiesAndZeros() {
    double[] left = {125, 115, 130, 140, 140, 115, 140, 125, 140, 135};
    double[] right = {110, 122, 125, 120, 140, 124, 123, 137, 135, 145};
    // Enumeration of all 2^9 sign patterns
    assertThat(Wilcoxon.pValue(left, right)).isCloseTo(0.6328125, within(1e-12));
  }

  @Test
  void isNormalForManyPairs() {
    double[] left = IntStream.rangeClosed(1, 250).mapToDouble(i -> i % 3 == 0 ? -i : i).toArray();
    // scipy.stats.wilcoxon(method='approx', correction=False)
    assertThat(Wilcoxon.pValue(left, new double[250]))
        .isCloseTo(4.895920687723964e-06, within(1e-10));
  }

  @Test
  void takesFailuresAsInfiniteLosses() {
    double bad = Double.POSITIVE_INFINITY;
    // Six pairs of one sign: 2 / 2^6; two failures do not differ.
    double[] left = {1, 2, 3, 4, 5, 6, bad};
    double[] right = {bad, bad, 9, 9, 9, 9, bad};
    assertThat(Wilcoxon.pValue(left, right)).isEqualTo(2 / 64.0);
    assertThat(Wilcoxon.pValue(left, left)).isEqualTo(1);
  }

  @Test
  void correctsByHolm() {
    List<Comparison> corrected =
        Comparison.holm(List.of(pair("a", .04), pair("b", .01), pair("c", .03), pair("d", .005)));
    // sorted .005 .01 .03 .04 times 4 3 2 1, then the running maximum
    assertThat(corrected).extracting(Comparison::better).containsExactly("a", "b", "c", "d");
    assertThat(corrected).extracting(Comparison::corrected).containsExactly(.06, .03, .06, .02);
  }

  private static Comparison pair(String name, double p) {
    return new Comparison(name, "z", p, p);
  }
}
