package io.ergodic.jobs.train.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StepAssignmentTest {
  @Test
  void everyWorkerGetsItsLocalStepsInOrder() {
    assertThat(StepAssignment.split(3, 4, 24, 100))
        .containsExactly(
            new StepAssignment.Range(0, 24, 4),
            new StepAssignment.Range(1, 28, 4),
            new StepAssignment.Range(2, 32, 4));
  }

  @Test
  void theLastRoundIsSplitAsEvenlyAsPossible() {
    assertThat(StepAssignment.split(3, 4, 96, 5))
        .containsExactly(
            new StepAssignment.Range(0, 96, 1),
            new StepAssignment.Range(1, 97, 2),
            new StepAssignment.Range(2, 99, 2));
    List<StepAssignment.Range> few = StepAssignment.split(4, 16, 0, 2);
    assertThat(few).extracting(StepAssignment.Range::steps).containsExactly(1, 1);
    assertThat(few).extracting(StepAssignment.Range::first).containsExactly(0L, 1L);
  }

  @Test
  void everyStepIsAssignedOnce() {
    for (int workers = 1; workers < 9; workers++) {
      long next = 0;
      while (next < 1000) {
        for (StepAssignment.Range range : StepAssignment.split(workers, 7, next, 1000 - next)) {
          assertThat(range.first()).isEqualTo(next);
          next += range.steps();
        }
      }
      assertThat(next).isEqualTo(1000);
    }
  }
}
