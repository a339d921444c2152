package io.ergodic.datasets.file.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimesAheadTest {
  private static TimesAhead ahead(String... texts) {
    TimeSettings settings = TimeSettings.read(Settings.parse("", "times"));
    TimeColumn column = TimeColumn.of("when", List.of(texts), false, settings).orElseThrow();
    for (int i = 0; i < texts.length; i++) {
      assertThat(column.add(texts[i], i + 2)).isTrue();
    }
    return TimeCheck.check(column, settings, InvalidInputException::new).ahead();
  }

  @Test
  void fixedStepsGoOn() {
    TimesAhead hours = ahead("2024-02-28 22:00", "2024-02-28 23:00", "2024-02-29 00:00");
    assertThat(hours.after(1)).isEqualTo("2024-02-29 01:00:00");
    assertThat(hours.after(24)).isEqualTo("2024-03-01 00:00:00");
    assertThat(hours.seasons()).containsExactly(24, 168);
  }

  @Test
  void monthsKeepTheirDayOrTheirEnd() {
    TimesAhead first = ahead("2023-11-01", "2023-12-01", "2024-01-01");
    assertThat(first.after(1)).isEqualTo("2024-02-01 00:00:00");
    assertThat(first.seasons()).containsExactly(12);
    TimesAhead last = ahead("2023-10-31", "2023-11-30", "2023-12-31");
    assertThat(last.after(2)).isEqualTo("2024-02-29 00:00:00");
    assertThat(last.after(3)).isEqualTo("2024-03-31 00:00:00");
    assertThat(ahead("2023-01-01", "2023-04-01", "2023-07-01").seasons()).containsExactly(4);
    assertThat(ahead("2021-01-01", "2022-01-01", "2023-01-01", "2024-01-01").seasons()).isEmpty();
  }

  @Test
  void workingDaysLeaveOutTheEndOfTheWeek() {
    TimesAhead days =
        ahead("2024-01-03", "2024-01-04", "2024-01-05", "2024-01-08", "2024-01-09", "2024-01-10");
    assertThat(days.after(2)).isEqualTo("2024-01-12 00:00:00");
    assertThat(days.after(3)).isEqualTo("2024-01-15 00:00:00");
    assertThat(days.seasons()).containsExactly(5);
  }

  @Test
  void daysHaveAWeekAndAYear() {
    assertThat(ahead("2024-01-01", "2024-01-02", "2024-01-03").seasons()).containsExactly(7, 365);
  }
}
