package io.ergodic.models.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.settings.Settings;
import org.junit.jupiter.api.Test;

class SigmoidScheduleTest {
  /** From the equation, in Python. */
  @Test
  void theRateRisesAndFallsBehindAFirstEpochAtItsFullHeight() {
    Schedule schedule =
        Schedule.registry()
            .get("sigmoid", "test")
            .create(new Schedule.Plan(5e-4, 100, 1), Settings.parse("", "test"));
    assertThat(schedule.rate(0, 0)).isEqualTo(5e-4);
    assertThat(schedule.rate(1, 1)).isCloseTo(1.9766777e-6, within(1e-12));
    assertThat(schedule.rate(10, 10)).isCloseTo(2.4450653e-4, within(1e-10));
    assertThat(schedule.rate(30, 30)).isCloseTo(4.8532119e-4, within(1e-10));
    assertThat(schedule.rate(99, 99)).isCloseTo(2.5624870e-4, within(1e-10));
  }
}
