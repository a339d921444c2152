package io.ergodic.datasets.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.data.TestManifests;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.scale.Scaler;
import io.ergodic.datasets.settings.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsTest {
  @ParameterizedTest
  @CsvSource({
    "336, 96, 8209, 2785",
    "96, 96, 8449, 2785",
    "96, 720, 7825, 2161",
    "1, 96, 8544, 2785"
  })
  void countsAsTheForecastingBenchmarksDo(int lookback, int horizon, long train, long test) {
    SeriesDataset data = cut(8640, 2880, 2880, 336);

    assertThat(Windows.forecasting(data, Split.TRAIN, lookback, horizon).count()).isEqualTo(train);
    assertThat(Windows.forecasting(data, Split.VALIDATION, lookback, horizon).count())
        .isEqualTo(test);
    assertThat(Windows.forecasting(data, Split.TEST, lookback, horizon).count()).isEqualTo(test);
  }

  @Test
  void keepsEveryTargetInsideItsSplit() {
    SeriesDataset data = cut(100, 20, 30, 16);
    Windows test = Windows.forecasting(data, Split.TEST, 10, 3);
    float[] window = new float[13];

    test.copy(0, window, 0);
    assertThat(window[9]).isEqualTo(119);
    assertThat(window[10]).isEqualTo(120);
    test.copy(test.count() - 1, window, 0);
    assertThat(window[12]).isEqualTo(149);

    Windows train = Windows.forecasting(data, Split.TRAIN, 10, 3);
    train.copy(train.count() - 1, window, 0);
    assertThat(window[12]).isEqualTo(99);
  }

  @Test
  void refusesALookbackLongerThanTheContext() {
    assertThatThrownBy(() -> Windows.forecasting(cut(100, 20, 30, 16), Split.TEST, 17, 3))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("look-back 17")
        .hasMessageContaining("raise datasets.toy.context");
  }

  @Test
  void refusesMissingSplitsAndWindowsThatDoNotFit() {
    SeriesDataset data = cut(100, 20, 30, 0);
    SeriesDataset none = new SeriesDataset(data.manifest(), Map.of());

    assertThatThrownBy(() -> Windows.forecasting(none, Split.TEST, 1, 1))
        .hasMessageContaining("toy has no test series");
    assertThatThrownBy(() -> Windows.forecasting(data, Split.TEST, 25, 6))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("windows of 31 rows do not fit: the longest series has 30");
    assertThat(Windows.forecasting(data, Split.TEST, 25, 5).count()).isEqualTo(1);
  }

  @Test
  void neverCrossesFromOneSeriesToTheNext() {
    List<Series> series =
        List.of(rows(0, 2), rows(10, 4), rows(20, 1), rows(30, 2), rows(40, 3), rows(50, 2));
    Windows windows = new Windows(series, 3);
    float[] window = new float[3];
    double[] firsts = new double[3];
    for (int i = 0; i < windows.count(); i++) {
      windows.copy(i, window, 0);
      firsts[i] = window[0];
      assertThat(window[1] - window[0]).isEqualTo(1);
      assertThat(window[2] - window[0]).isEqualTo(2);
    }
    assertThat(firsts).containsExactly(10, 11, 40);
  }

  @Test
  void copiesAllVariablesToTheOffset() {
    Series series = new Series("0", 0, 1, 2, new double[] {1, 2, 3, 4, 5, 6});
    float[] target = new float[5];
    new Windows(List.of(series), 2).copy(1, target, 1);

    assertThat(target).containsExactly(0, 3, 4, 5, 6);
  }

  /** A counting series cut along time: value = row. */
  private static SeriesDataset cut(int train, int validation, int test, int context) {
    Schema schema = Schema.series(List.of("x"), 1, context, false, Map.of());
    int end = train + validation;
    return new SeriesDataset(
        TestManifests.of(schema, Map.of(), new Scaler(new double[1], new double[] {1})),
        Map.of(
            Split.TRAIN, List.of(rows(0, train)),
            Split.VALIDATION, List.of(rows(train - context, validation + context)),
            Split.TEST, List.of(rows(end - context, test + context))));
  }

  private static Series rows(int first, int count) {
    double[] values = new double[count];
    Arrays.setAll(values, i -> first + i);
    return new Series(String.valueOf(first), first, 1, 1, values);
  }
}
