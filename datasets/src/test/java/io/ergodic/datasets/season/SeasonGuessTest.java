package io.ergodic.datasets.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeasonGuessTest {
  /** Two variables of a season and a trend that is far larger, with noise. */
  private static double[] seasonal(int rows, int season, double noise) {
    Random random = new Random(3);
    double[] values = new double[2 * rows];
    for (int t = 0; t < rows; t++) {
      double wave = Math.sin(2 * Math.PI * t / season);
      values[2 * t] = 0.5 * t + wave + noise * random.nextGaussian();
      values[2 * t + 1] = 100 - 3.0 * t + 10 * wave + 10 * noise * random.nextGaussian();
    }
    return values;
  }

  @Test
  void theSeasonAmongThoseOfTheCalendarIsFoundBesideATrend() {
    SeasonGuess guess = SeasonGuess.of(seasonal(600, 24, 0.3), 2, List.of(24, 168));
    assertThat(guess.rows()).isEqualTo(24);
    // Half of 1 is the variance of a sine, 0.09 that of the noise.
    assertThat(guess.correlation()).isCloseTo(0.5 / 0.59, within(0.05));
  }

  @Test
  void withoutACalendarThePeaksAreTried() {
    assertThat(SeasonGuess.of(seasonal(600, 17, 0.3), 2, List.of()).rows()).isEqualTo(17);
  }

  @Test
  void noiseAndShortSeriesHaveNone() {
    double[] noise = new Random(1).doubles(600, -1, 1).toArray();
    assertThat(SeasonGuess.of(noise, 1, List.of(24, 7)).rows()).isEqualTo(1);
    assertThat(SeasonGuess.of(noise, 1, List.of()).rows()).isEqualTo(1);
    assertThat(SeasonGuess.of(seasonal(60, 24, 0), 2, List.of(24)).rows()).isEqualTo(1);
    assertThat(SeasonGuess.of(new double[100], 1, List.of(7)).rows()).isEqualTo(1);
  }
}
