package io.ergodic.datasets.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.settings.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompleteWindowsTest {
  private static final double NONE = Double.NaN;

  private static Series series(double... values) {
    return new Series("s", 10, 0.5, 1, values);
  }

  @Test
  void aSeriesIsCutWhereRowsAreMissing() {
    Series whole = series(1, 2, 3);
    assertThat(whole.complete()).containsExactly(whole);
    assertThat(whole.complete().get(0)).isSameAs(whole);
    List<Series> parts = series(NONE, 1, 2, NONE, NONE, 3, NONE).complete();
    assertThat(parts).extracting(Series::start).containsExactly(10.5, 12.5);
    assertThat(parts.get(0).values()).containsExactly(1, 2);
    assertThat(parts.get(1).values()).containsExactly(3);
    Series two = new Series("s", 0, 1, 2, new double[] {1, 2, 3, NONE, 5, 6});
    assertThat(two.complete()).extracting(Series::length).containsExactly(1, 1);
    assertThat(series(NONE, NONE).complete()).isEmpty();
  }

  @Test
  void noWindowHoldsAMissingValue() {
    Windows windows = new Windows(List.of(series(1, 2, 3, NONE, 5, 6, 7, 8, NONE, 9)), 3);
    assertThat(windows.count()).isEqualTo(3);
    float[] third = new float[3];
    windows.copy(2, third, 0);
    assertThat(third).containsExactly(6, 7, 8);
    assertThatThrownBy(() -> new Windows(List.of(series(1, 2, NONE, 3)), 3))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("without a missing value has 2");
  }
}
