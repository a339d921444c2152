package io.ergodic.models.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.random.RandomStreams;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LegendreDelayTest {
  private static double[] run(LegendreDelay delay, double[] signal) {
    double[] memory = new double[delay.order()];
    double[] next = new double[delay.order()];
    double[] all = new double[signal.length * delay.order()];
    for (int t = 0; t < signal.length; t++) {
      delay.step(memory, signal[t], next);
      System.arraycopy(next, 0, memory, 0, next.length);
      System.arraycopy(next, 0, all, t * next.length, next.length);
    }
    return all;
  }

  @Test
  void aConstantIsTheFirstPolynomialAlone() {
    LegendreDelay delay = new LegendreDelay(6, 64);
    double[] ones = new double[3000];
    Arrays.fill(ones, 1);
    double[] last = Arrays.copyOfRange(run(delay, ones), 2999 * 6, 3000 * 6);
    assertThat(last).containsExactly(new double[] {1, 0, 0, 0, 0, 0}, within(1e-10));
    // Not only in the end: it stays where it is to the last digits.
    double[] next = new double[6];
    delay.step(new double[] {1, 0, 0, 0, 0, 0}, 1, next);
    assertThat(next).containsExactly(new double[] {1, 0, 0, 0, 0, 0}, within(1e-14));
  }

  /** The signal held over a step lags half a step more: 2.8e-4 in sequences-operators 4.5. */
  @Test
  void theSumIsTheSignalADelayAgo() {
    LegendreDelay delay = new LegendreDelay(6, 64);
    double[] sine = new double[2000];
    Arrays.setAll(sine, t -> Math.sin(2 * Math.PI * t / 200));
    double[] memories = run(delay, sine);
    double worst = 0;
    for (int t = 1000; t < 2000; t++) {
      double sum = Arrays.stream(memories, t * 6, (t + 1) * 6).sum();
      double delayed = Math.sin(2 * Math.PI * (t + 1 - 64 - 0.5) / 200);
      worst = Math.max(worst, Math.abs(sum - delayed));
    }
    assertThat(worst).isBetween(2.7e-4, 2.9e-4);
  }

  @Test
  void convolutionAndRecurrenceAreOne() {
    LegendreDelay delay = new LegendreDelay(5, 30);
    for (int steps : new int[] {1, 2, 37, 300}) {
      double[] signal = RandomStreams.stream(9, "signal").doubles(steps, -1, 1).toArray();
      assertThat(delay.memories(signal)).containsExactly(run(delay, signal), within(1e-12));
    }
  }
}
