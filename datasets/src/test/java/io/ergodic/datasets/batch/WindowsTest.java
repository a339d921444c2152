package io.ergodic.datasets.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.scale.Scaler;
import io.ergodic.datasets.settings.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WindowsTest {
  /** One variable counting rows from a first row on. */
  private static Series counting(int first, int rows) {
    double[] values = IntStream.range(first, first + rows).asDoubleStream().toArray();
    return new Series("s", first, 1, 1, values);
  }

  private static SeriesDataset splitByTime(int train, int validation, int test, int context) {
    Schema schema = Schema.series(List.of("x"), 1, context, false, Map.of());
    Scaler scaler = new Scaler(new double[1], new double[] {1});
    Manifest manifest =
        new Manifest(
            1,
            "d",
            "0123456789abcdef",
            "csv",
            1,
            0,
            JsonNodeFactory.instance.objectNode(),
            schema,
            List.of(),
            Map.of(),
            scaler);
    return new SeriesDataset(
        manifest,
        Map.of(
            Split.TRAIN, List.of(counting(0, train)),
            Split.VALIDATION, List.of(counting(train - context, validation + context)),
            Split.TEST, List.of(counting(train + validation - context, test + context))));
  }

  private static List<float[]> all(Iterable<Batch> batches) {
    List<float[]> windows = new ArrayList<>();
    for (Batch batch : batches) {
      int width = batch.field(Batch.INPUT).size();
      for (int i = 0; i < batch.count(); i++) {
        windows.add(Arrays.copyOfRange(batch.floats(Batch.INPUT), i * width, (i + 1) * width));
      }
    }
    return windows;
  }

  @Test
  void countsOfTheForecastingBenchmarks() {
    SeriesDataset hourly = splitByTime(8640, 2880, 2880, 720);
    for (int lookback : new int[] {96, 336, 720}) {
      for (int horizon : new int[] {96, 720}) {
        assertThat(Windows.forecasting(hourly, Split.TRAIN, lookback, horizon).count())
            .isEqualTo(8640 - lookback - horizon + 1);
        for (Split split : new Split[] {Split.VALIDATION, Split.TEST}) {
          assertThat(Windows.forecasting(hourly, split, lookback, horizon).count())
              .isEqualTo(2880 - horizon + 1);
        }
      }
    }
    SeriesDataset exchange = splitByTime(5311, 760, 1517, 336);
    assertThat(Windows.forecasting(exchange, Split.VALIDATION, 96, 720).count()).isEqualTo(41);
    assertThat(Windows.forecasting(exchange, Split.TEST, 96, 720).count()).isEqualTo(798);
  }

  @Test
  void everyTargetLiesInsideItsSplit() {
    SeriesDataset data = splitByTime(20, 8, 10, 6);
    List<float[]> windows = all(new Sequential(Windows.forecasting(data, Split.TEST, 4, 3), 5));
    assertThat(windows).hasSize(8);
    assertThat(windows.get(0)).containsExactly(24, 25, 26, 27, 28, 29, 30);
    assertThat(windows.get(7)).containsExactly(31, 32, 33, 34, 35, 36, 37);
    assertThatThrownBy(() -> Windows.forecasting(data, Split.TEST, 7, 3))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("datasets.d.context");
    assertThatThrownBy(() -> Windows.forecasting(data, Split.TEST, 4, 11))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("15 rows do not fit");
  }

  @Test
  void lookbackAndHorizonAreFieldsOfTheirOwn() {
    Series two = new Series("s", 0, 1, 2, IntStream.range(0, 12).asDoubleStream().toArray());
    ForecastWindows windows = new ForecastWindows(new Windows(List.of(two), 5), 3, 2);
    Batch batch = new Sequential(windows, 2).iterator().next();
    assertThat(batch.shape(Batch.INPUT)).containsExactly(3, 2);
    assertThat(batch.floats(Batch.INPUT)).containsExactly(0, 1, 2, 3, 4, 5, 2, 3, 4, 5, 6, 7);
    assertThat(batch.shape(Batch.TARGET)).containsExactly(2, 2);
    assertThat(batch.floats(Batch.TARGET)).containsExactly(6, 7, 8, 9, 8, 9, 10, 11);
  }

  @Test
  void noWindowCrossesSeries() {
    Windows windows = new Windows(List.of(counting(0, 5), counting(100, 2), counting(200, 4)), 3);
    assertThat(windows.count()).isEqualTo(5);
    assertThat(all(new Sequential(windows, 2)))
        .containsExactly(
            new float[] {0, 1, 2},
            new float[] {1, 2, 3},
            new float[] {2, 3, 4},
            new float[] {200, 201, 202},
            new float[] {201, 202, 203});
    assertThat(all(new Sequential(windows, 2, 2))).hasSize(3);
  }

  @Test
  void aShuffledEpochHoldsEveryWindowOnce() {
    Windows windows = new Windows(List.of(counting(0, 12)), 2);
    Shuffled sampler = new Shuffled(windows, 4, 9);
    assertThat(sampler.batchesPerEpoch()).isEqualTo(3);
    List<Float> second = new ArrayList<>();
    for (int step = 3; step < 6; step++) {
      Batch batch = sampler.batch(step);
      float[] values = batch.floats(Batch.INPUT);
      assertThat(batch.count()).isEqualTo(step == 5 ? 3 : 4);
      for (int i = 0; i < batch.count(); i++) {
        assertThat(values[2 * i + 1]).isEqualTo(values[2 * i] + 1);
        second.add(values[2 * i]);
      }
    }
    assertThat(second).doesNotHaveDuplicates().hasSize(11);
    float[] early = new Shuffled(windows, 4, 9).batch(4).floats(Batch.INPUT);
    float[] late = sampler.batch(4).floats(Batch.INPUT);
    assertThat(early).containsExactly(late);
  }

  @Test
  void randomWindowsAreAFunctionOfTheStep() {
    Windows windows = new Windows(List.of(counting(0, 1000)), 3);
    RandomDraws sampler = new RandomDraws(windows, 8, 5, 1);
    float[] third = sampler.batch(3).floats(Batch.INPUT).clone();
    float[] fourth = sampler.batch(4).floats(Batch.INPUT).clone();
    assertThat(sampler.batch(3).floats(Batch.INPUT)).containsExactly(third);
    assertThat(fourth).isNotEqualTo(third);
    assertThat(sampler.batchesPerEpoch()).isEqualTo(5);
  }
}
