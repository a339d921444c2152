package io.ergodic.datasets.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeSplitTest {
  private static TimeSplit of(String settings, int count) {
    return TimeSplit.of(Settings.parse(settings, "datasets.d"), count, "a.csv");
  }

  private static void refused(String settings, int count, String... parts) {
    assertThatThrownBy(() -> of(settings, count))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(parts);
  }

  /** Train and test are rounded down, validation has the rest; a split of 0 has no row. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                             | 100 | 70 | 10 | 20",
        "''                             | 11  | 7  | 2  | 2",
        "fractions = [0.5, 0, 0.5]      | 11  | 5  | 0  | 6",
        "fractions = [0.5, 0.5, 0]      | 11  | 5  | 6  | 0",
        "fractions = [1, 0, 0]          | 11  | 11 | 0  | 0",
        "'rows = [4, 2, 3]'             | 9   | 4  | 2  | 3",
        "'rows = [1, 0, 0]'             | 9   | 1  | 0  | 0",
      })
  void rowsFallIntoSplits(String settings, int count, int train, int validation, int test) {
    assertThat(of(settings, count)).isEqualTo(new TimeSplit(train, validation, test));
  }

  @Test
  void whatIsNoSplitIsRefused() {
    refused("fractions = [0.5, 0.5]", 9, "datasets.d.fractions", "three numbers");
    refused("fractions = [0.5, 0.4, 0.2]", 9, "datasets.d.fractions", "sum 1");
    refused("fractions = [0, 0.5, 0.5]", 9, "datasets.d.fractions");
    refused("fractions = [1.5, -1, 0.5]", 9, "not negative");
    refused("fractions = [0.01, 0.5, 0.49]", 9, "leave no row for training of the 9 rows of a.csv");
    refused("rows = [5, 2, 3]", 9, "ask for 10 rows; a.csv has 9");
    refused("rows = [5, 2]", 9, "datasets.d.rows", "three whole numbers");
    refused("rows = [0, 2, 3]", 9, "at least 1 for train");
    refused("rows = [2.5, 2, 3]", 9, "whole");
    refused("rows = [2, -1, 3]", 9, "whole");
    refused("rows = [2, 1, 3], fractions = [1, 0, 0]", 9, "together with fractions");
  }

  @Test
  void laterSplitsBeginWithRowsOfTheOneBefore() {
    TimeSplit split = new TimeSplit(70, 10, 20);
    assertThat(split.from(Split.TRAIN, 5)).isZero();
    assertThat(split.to(Split.TRAIN)).isEqualTo(70);
    assertThat(split.from(Split.VALIDATION, 5)).isEqualTo(65);
    assertThat(split.to(Split.VALIDATION)).isEqualTo(80);
    assertThat(split.from(Split.TEST, 5)).isEqualTo(75);
    assertThat(split.to(Split.TEST)).isEqualTo(100);
  }

  @Test
  void contextIsTakenOfTheTrainSplit() {
    TimeSplit split = new TimeSplit(70, 10, 20);
    assertThat(split.context(Settings.empty("d"), 336)).isEqualTo(70);
    assertThat(split.context(Settings.empty("d"), 12)).isEqualTo(12);
    assertThat(split.context(Settings.parse("context = 70", "d"), 12)).isEqualTo(70);
    assertThatThrownBy(() -> split.context(Settings.parse("context = 71", "d"), 12))
        .hasMessageContaining("d.context")
        .hasMessageContaining("at most the 70 rows");
  }

  @Test
  void aSplitWithoutRowsOfItsOwnIsNotThere() {
    TimeSplit split = new TimeSplit(70, 0, 1);
    assertThat(split.has(Split.TRAIN)).isTrue();
    assertThat(split.has(Split.VALIDATION)).isFalse();
    assertThat(split.has(Split.TEST)).isTrue();
  }
}
