package io.ergodic.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.evaluation.metric.Direction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryTest {
  @Test
  void describesTheMiddleAndTheSpread() {
    Summary summary = Summary.of(new double[] {1, 2, 3, 4, 100}, 0, Direction.LOWER_IS_BETTER);
    assertThat(summary.median()).isEqualTo(3);
    assertThat(summary.mad()).isEqualTo(1);
    assertThat(summary.mean()).isEqualTo(22);
    assertThat(summary.least()).isEqualTo(1);
    assertThat(summary.greatest()).isEqualTo(100);
  }

  @Test
  void countsFailuresAsWorst() {
    Summary lower = Summary.of(new double[] {1, 2, 3}, 2, Direction.LOWER_IS_BETTER);
    assertThat(lower.median()).isEqualTo(3);
    assertThat(lower.count()).isEqualTo(5);
    assertThat(lower.failed()).isEqualTo(2);
    assertThat(lower.mean()).isEqualTo(2);
    assertThat(lower.greatest()).isEqualTo(Double.POSITIVE_INFINITY);
    Summary higher = Summary.of(new double[] {.9, .8, Double.NaN}, 1, Direction.HIGHER_IS_BETTER);
    assertThat(higher.failed()).isEqualTo(2);
    assertThat(higher.median()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(higher.mad()).isNaN();
  }

  /** Ranks and coverages as scipy.stats.binom(n, 0.5) gives them. */
  @ParameterizedTest
  @CsvSource({
    "6, 1, 0.96875", "8, 1, 0.9921875", "9, 2, 0.9609375", "10, 2, 0.978515625",
    "12, 3, 0.9614257812", "20, 6, 0.9586105347", "30, 10, 0.9572260547", "100, 40, 0.9647997998"
  })
  void theIntervalLiesBetweenOrderStatistics(int count, int rank, double coverage) {
    double[] values = IntStream.rangeClosed(1, count).asDoubleStream().toArray();
    MedianInterval interval =
        Summary.of(values, 0, Direction.LOWER_IS_BETTER).interval().orElseThrow();
    assertThat(interval.low()).isEqualTo(rank);
    assertThat(interval.high()).isEqualTo(count + 1 - rank);
    assertThat(interval.coverage()).isCloseTo(coverage, within(1e-9));
  }

  @Test
  void fewerThanSixValuesHaveNoInterval() {
    for (int count = 0; count < 6; count++) {
      double[] values = IntStream.range(0, count).asDoubleStream().toArray();
      assertThat(Summary.of(values, 0, Direction.LOWER_IS_BETTER).interval()).isEmpty();
    }
  }

  @Test
  void failuresReachIntoTheInterval() {
    double[] values = {.31, .25, .28, .22, .4};
    Summary summary = Summary.of(values, 1, Direction.LOWER_IS_BETTER);
    assertThat(summary.interval().orElseThrow().high()).isInfinite();
    assertThat(summary.interval().orElseThrow().low()).isEqualTo(.22);
  }

  @Test
  void canBeOfOneTrialOrNone() {
    Summary one = Summary.of(new double[] {5}, 0, Direction.LOWER_IS_BETTER);
    assertThat(one.least()).isEqualTo(5);
    assertThat(one.mad()).isZero();
    assertThat(Summary.of(new double[0], 0, Direction.LOWER_IS_BETTER).median()).isNaN();
  }
}
