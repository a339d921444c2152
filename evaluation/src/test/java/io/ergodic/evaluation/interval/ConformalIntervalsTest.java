package io.ergodic.evaluation.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ConformalIntervalsTest {
  /** Errors 1 to 9 of the first value and 10 to 90 of the second: ranks 8 and 9 of 9. */
  @Test
  void halfWidthsAreRanksOfErrors() {
    float[] truths = new float[18];
    float[] forecasts = new float[18];
    for (int w = 0; w < 9; w++) {
      int error = (w * 5) % 9 + 1;
      forecasts[2 * w] = w % 2 == 0 ? error : -error;
      forecasts[2 * w + 1] = 10 * error;
    }
    ConformalIntervals intervals = new ConformalIntervals(forecasts, truths, 2);
    assertThat(intervals.halfWidths(0.8)).containsExactly(8, 80);
    assertThat(intervals.halfWidths(0.9)).containsExactly(9, 90);
    assertThat(intervals.halfWidths(0.91)).containsOnly(Double.POSITIVE_INFINITY);
  }

  /** What the theorem promises of exchangeable windows, of errors that are far from normal. */
  @Test
  void exchangeableWindowsAreCoveredAsOftenAsPromised() {
    Random random = new Random(5);
    double covered = 0;
    int repeats = 400;
    for (int repeat = 0; repeat < repeats; repeat++) {
      float[] seen = cubes(random, 39);
      float[] fresh = cubes(random, 50);
      covered += new ConformalIntervals(seen, new float[39], 1).coverage(fresh, new float[50], 0.9);
    }
    // Exactly 36 of 40.
    assertThat(covered / repeats).isCloseTo(0.9, within(0.01));
  }

  private static float[] cubes(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) Math.pow(random.nextGaussian(), 3);
    }
    return values;
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> new ConformalIntervals(new float[3], new float[3], 2))
        .isInstanceOf(IllegalArgumentException.class);
    ConformalIntervals intervals = new ConformalIntervals(new float[2], new float[2], 2);
    assertThatThrownBy(() -> intervals.halfWidths(1)).hasMessageContaining("must be in (0, 1)");
  }
}
