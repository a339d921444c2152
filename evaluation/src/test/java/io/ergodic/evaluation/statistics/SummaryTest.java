package io.ergodic.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.evaluation.metric.Direction;
import org.junit.jupiter.api.Test;

class SummaryTest {
  @Test
  void describesTheMiddleAndTheSpread() {
    Summary summary = Summary.of(new double[] {1, 2, 3, 4, 100}, 0, Direction.LOWER_IS_BETTER);
    assertThat(summary.median()).isEqualTo(3);
    assertThat(summary.mad()).isEqualTo(1);
    assertThat(summary.mean()).isEqualTo(22);
    assertThat(summary.low()).isEqualTo(1);
    assertThat(summary.high()).isEqualTo(100);
  }

  @Test
  void countsFailuresAsWorst() {
    Summary lower = Summary.of(new double[] {1, 2, 3}, 2, Direction.LOWER_IS_BETTER);
    assertThat(lower.median()).isEqualTo(3);
    assertThat(lower.count()).isEqualTo(5);
    assertThat(lower.failed()).isEqualTo(2);
    assertThat(lower.mean()).isEqualTo(2);
    assertThat(lower.high()).isEqualTo(Double.POSITIVE_INFINITY);
    Summary higher = Summary.of(new double[] {.9, .8, Double.NaN}, 1, Direction.HIGHER_IS_BETTER);
    assertThat(higher.failed()).isEqualTo(2);
    assertThat(higher.median()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(higher.mad()).isNaN();
  }

  @Test
  void isTheSameEveryTime() {
    double[] values = {.31, .25, .28, .22, .4, .27, .35};
    Summary first = Summary.of(values, 0, Direction.LOWER_IS_BETTER);
    assertThat(Summary.of(values.clone(), 0, Direction.LOWER_IS_BETTER)).isEqualTo(first);
    assertThat(first.low()).isBetween(.22, first.median());
    assertThat(first.high()).isBetween(first.median(), .4);
  }

  /** P(median of n resamples is the smallest value) is known for n = 3: 7/27, above 2.5 %. */
  @Test
  void spansAllOfThreeValues() {
    Summary summary = Summary.of(new double[] {5, 6, 7}, 0, Direction.LOWER_IS_BETTER);
    assertThat(summary.low()).isEqualTo(5);
    assertThat(summary.high()).isEqualTo(7);
  }

  @Test
  void canBeOfOneTrialOrNone() {
    Summary one = Summary.of(new double[] {5}, 0, Direction.LOWER_IS_BETTER);
    assertThat(one.low()).isEqualTo(5);
    assertThat(one.high()).isEqualTo(5);
    assertThat(one.mad()).isZero();
    assertThat(Summary.of(new double[0], 0, Direction.LOWER_IS_BETTER).median()).isNaN();
  }
}
