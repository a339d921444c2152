package io.ergodic.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.evaluation.testing.Datasets;
import io.ergodic.evaluation.testing.MapDynamics;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DynamicsMetricTest {
  private static double[] orbit(MapDynamics map, int rows, double... start) {
    double[] values = new double[rows * start.length];
    double[] state = start.clone();
    for (int t = 0; t < rows; t++) {
      System.arraycopy(state, 0, values, t * start.length, start.length);
      map.step(state, state);
    }
    return values;
  }

  @Test
  void lyapunovExponentOfTheLogisticMapIsLogTwo() {
    MapDynamics logistic = MapDynamics.logistic();
    double[] orbit = orbit(logistic, 100, .1234);
    SeriesDataset data = Datasets.series(.5, 0, 1, Map.of(), orbit, orbit);
    // Per unit of time, of which a step is half.
    assertThat(new LyapunovExponent().value(logistic, data, 1))
        .isCloseTo(2 * Math.log(2), within(.02));
  }

  @Test
  void lyapunovExponentOfALinearMapIsItsLargestEigenvalue() {
    double[] state = {1, 1};
    MapDynamics saddle = MapDynamics.linear(.5, 3, 0, .9);
    assertThat(LyapunovExponent.exponent(saddle, state, 0, 20_000, 1))
        .isCloseTo(Math.log(.9), within(1e-3));
    MapDynamics rotation = MapDynamics.linear(0, -1, 1, 0);
    assertThat(LyapunovExponent.exponent(rotation, new double[] {1, 0}, 5, 1000, 1))
        .isCloseTo(0, within(1e-12));
  }

  /** It doubles distances for 9000 steps and halves them ever after: only the latter lasts. */
  @Test
  void lyapunovExponentLeavesTheTransientOut() {
    MapDynamics settles =
        new MapDynamics(1, z -> new double[] {z[0] + 1}, z -> new double[] {z[0] < 9000 ? 2 : 0.5});
    double[] zeros = new double[10];
    SeriesDataset data = Datasets.series(1, 0, 1, Map.of(), zeros, zeros);
    assertThat(new LyapunovExponent().value(settles, data, 1))
        .isCloseTo(Math.log(0.5), within(1e-9));
  }

  @Test
  void lyapunovExponentOfAForgetfulMapIsVeryNegativeButFinite() {
    double value = LyapunovExponent.exponent(MapDynamics.linear(0), new double[] {1}, 0, 10, 1);
    assertThat(value).isFinite().isLessThan(-700);
  }

  @Test
  void lyapunovExponentOfADivergingMapIsNoNumber() {
    MapDynamics explosion =
        new MapDynamics(1, z -> new double[] {z[0] * z[0]}, z -> new double[] {2 * z[0]});
    assertThat(LyapunovExponent.exponent(explosion, new double[] {3}, 50, 10, 1)).isNotFinite();
  }

  @Test
  void predictionErrorIsZeroForTheTruthAndKnownForPersistence() {
    double[] line = {0, 1, 2, 3, 4, 5, 6, 7};
    SeriesDataset data = Datasets.series(1, 0, 1, Map.of(), line, line);
    MapDynamics counts = new MapDynamics(1, z -> new double[] {z[0] + 1}, z -> new double[] {1});
    assertThat(new PredictionError(5).value(counts, data, 1)).isZero();
    assertThat(new PredictionError(5).value(MapDynamics.linear(1), data, 1)).isEqualTo(25);
  }

  @Test
  void predictionErrorStartsInsideTheSplit() {
    // The first two rows are context from the split before; from row 2 the series stands still.
    double[] values = {100, 50, 1, 1, 1, 1};
    SeriesDataset data = Datasets.series(1, 2, 1, Map.of(), values, values);
    assertThat(new PredictionError(1).value(MapDynamics.linear(1), data, 1)).isZero();
    assertThatThrownBy(() -> new PredictionError(5).check(data))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("pe_5")
        .hasMessageContaining("has 4");
  }

  @Test
  void validPredictionTimeCountsLyapunovTimes() {
    // +1, -1, +1, ...: standing still is right after even numbers of steps only, so 0 steps.
    double[] flips = new double[400];
    for (int t = 0; t < flips.length; t++) {
      flips[t] = t % 2 == 0 ? 1 : -1;
    }
    SeriesDataset data = Datasets.series(.1, 0, 1, Map.of("lyapunov", 2.0), flips, flips);
    assertThat(new ValidPredictionTime().value(MapDynamics.linear(1), data, 1)).isZero();
    // The truth lasts to the end: 20 Lyapunov times of 5 steps each.
    assertThat(new ValidPredictionTime().value(MapDynamics.linear(-1), data, 1)).isEqualTo(20);
    // An amplitude shrinking by .9 a step errs by half a deviation after seven: .9^6 > .5 > .9^7.
    assertThat(new ValidPredictionTime().value(MapDynamics.linear(-.9), data, 1))
        .isCloseTo(6 / 5.0, within(1e-12));
  }

  @Test
  void validPredictionTimeNeedsTheExponent() {
    double[] line = {0, 1, 2, 3};
    SeriesDataset data = Datasets.series(1, 0, 1, Map.of(), line, line);
    assertThatThrownBy(() -> new ValidPredictionTime().check(data))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("lyapunov");
  }

  @Test
  void theErrorOfALyapunovTimeIsThatOfItsSteps() {
    double[] flips = new double[1001];
    for (int t = 0; t < flips.length; t++) {
      flips[t] = t % 2 == 0 ? 1 : -1;
    }
    // Five steps are a Lyapunov time; an amplitude shrinking by .9 a step errs by 1 - .9^k.
    SeriesDataset data = Datasets.series(.1, 0, 1, Map.of("lyapunov", 2.0), flips, flips);
    double squares = 0;
    for (int k = 1; k <= 5; k++) {
      squares += Math.pow(1 - Math.pow(.9, k), 2);
    }
    assertThat(new LyapunovTimeError(false).value(MapDynamics.linear(-.9), data, 1))
        .isCloseTo(Math.sqrt(squares / 5), within(1e-6));
    assertThat(new LyapunovTimeError(false).value(MapDynamics.linear(-1), data, 1)).isZero();
  }

  /** Means that differ add to the variance, and the last step gives way to the start. */
  @Test
  void theErrorOfALyapunovTimeIsPooledAsPublished() {
    double[] pairs = new double[2000];
    for (int t = 0; t < 1000; t++) {
      pairs[2 * t] = t % 2 == 0 ? 1 : -1;
      pairs[2 * t + 1] = 3;
    }
    SeriesDataset data = Datasets.series(.1, 0, 2, Map.of("lyapunov", 2.0), pairs, pairs);
    double squares = 0;
    for (int k = 1; k <= 4; k++) {
      squares += Math.pow(1 - Math.pow(.9, k), 2);
    }
    // Values are 1, -1 (a quarter each) and 3 (half): mean 1.5, mean square 5.
    double variance = 5 - 2.25;
    assertThat(new LyapunovTimeError(true).value(MapDynamics.linear(-.9, 0, 0, 1), data, 1))
        .isCloseTo(Math.sqrt(squares / (2 * 5 * variance)), within(1e-6));
  }

  @Test
  void theErrorOfALyapunovTimeNeedsOneInTheTestSeries() {
    double[] line = {0, 1, 2, 3};
    SeriesDataset unknown = Datasets.series(1, 0, 1, Map.of(), line, line);
    assertThatThrownBy(() -> new LyapunovTimeError(false).check(unknown))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("property 'lyapunov'");
    SeriesDataset brief = Datasets.series(1, 0, 1, Map.of("lyapunov", 0.1), line, line);
    assertThatThrownBy(() -> new LyapunovTimeError(true).check(brief))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("more than the 10 rows of a Lyapunov time");
  }
}
