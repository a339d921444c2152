package io.ergodic.jobs.train.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShareTest {
  @Test
  void everyWorkerGetsItsLocalStepsInOrder() {
    assertThat(Share.deal(3, 4, 24, 100))
        .containsExactly(
            new Share.Range(0, 24, 4), new Share.Range(1, 28, 4), new Share.Range(2, 32, 4));
  }

  @Test
  void theLastRoundIsDealtAsEvenlyAsItGoes() {
    assertThat(Share.deal(3, 4, 96, 5))
        .containsExactly(
            new Share.Range(0, 96, 1), new Share.Range(1, 97, 2), new Share.Range(2, 99, 2));
    List<Share.Range> few = Share.deal(4, 16, 0, 2);
    assertThat(few).extracting(Share.Range::steps).containsExactly(1, 1);
    assertThat(few).extracting(Share.Range::first).containsExactly(0L, 1L);
  }

  @Test
  void everyStepIsDealtOnce() {
    for (int workers = 1; workers < 9; workers++) {
      long next = 0;
      while (next < 1000) {
        for (Share.Range range : Share.deal(workers, 7, next, 1000 - next)) {
          assertThat(range.first()).isEqualTo(next);
          next += range.steps();
        }
      }
      assertThat(next).isEqualTo(1000);
    }
  }
}
