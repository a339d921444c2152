package io.ergodic.models.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.optimiser.Schedule;
import org.junit.jupiter.api.Test;

class TypeThreeTest {
  @Test
  void staysForFourEpochsThenDecays() {
    Schedule schedule =
        Schedule.registry()
            .get("type3", "test")
            .create(new Schedule.Plan(2, 100, 10), Settings.empty("test"));
    assertThat(schedule.rate(39, 3)).isEqualTo(2);
    assertThat(schedule.rate(40, 4)).isCloseTo(1.8, within(1e-12));
    assertThat(schedule.rate(60, 6)).isCloseTo(2 * 0.9 * 0.9 * 0.9, within(1e-12));
  }
}
