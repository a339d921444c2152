package io.ergodic.jobs.train.round;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundTasksTest {
  /** Never more waves of tasks than with a task for every share, and no task without a share. */
  @ParameterizedTest
  @CsvSource({"1,1,1", "4,2,2", "3,2,2", "8,3,3", "5,8,5", "9,4,3", "7,1,1", "100,64,50"})
  void sharesArePutTogether(int shares, int slots, int tasks) {
    assertThat(RoundTasks.count(shares, slots)).isEqualTo(tasks);
    int largest = (shares + tasks - 1) / tasks;
    assertThat(largest).isEqualTo((shares + slots - 1) / slots);
  }
}
