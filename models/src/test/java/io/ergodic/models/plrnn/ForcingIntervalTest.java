package io.ergodic.models.plrnn;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.settings.Settings;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForcingIntervalTest {
  /** cos(2 pi lag / 100) falls below 1/e after 100 acos(1/e) / 2 pi = 18.99 rows. */
  @Test
  void autocorrelationOfASine() {
    assertThat(ForcingInterval.correlation(sine(10_000, 100), 1000)).isBetween(19, 20);
  }

  /** It tells least of itself a quarter of a period later. */
  @Test
  void informationOfANoisySine() {
    double[] values = sine(100_000, 100);
    Random random = new Random(1);
    for (int t = 0; t < values.length; t++) {
      values[t] += 0.1 * random.nextGaussian();
    }
    assertThat(ForcingInterval.information(values, 1000)).isBetween(10, 30);
  }

  @Test
  void aMinimumAbove1OverE() {
    double[] values = new double[5000];
    for (int t = 0; t < values.length; t++) {
      values[t] = 2 * Math.sin(t / 400.0) + 0.5 * Math.cos(2 * Math.PI * t / 40);
    }
    assertThat(ForcingInterval.correlation(values, 1000)).isBetween(19, 22);
  }

  @Test
  void takesTheFastestVariable() {
    double[] slow = sine(5000, 200);
    double[] fast = sine(5000, 60);
    double[] both = new double[10_000];
    for (int t = 0; t < 5000; t++) {
      both[2 * t] = slow[t];
      both[2 * t + 1] = fast[t];
    }
    int interval = ForcingInterval.of(List.of(series(2, both)));
    assertThat(interval).isEqualTo(ForcingInterval.of(List.of(series(1, fast)))).isBetween(2, 12);
  }

  @Test
  void whatDoesNotVaryNeedsNoForcing() {
    assertThat(ForcingInterval.of(List.of(series(1, new double[500])))).isEqualTo(250);
  }

  @Test
  void isEstimatedOnceTheDataIsKnown() {
    Forcing sparse =
        Forcing.read(
            Settings.parse("kind = sparse, interval = 0", "forcing"), new Forcing.Constant(0));
    Series fast = series(1, sine(5000, 60));
    int interval = ForcingInterval.of(List.of(fast));
    assertThat(sparse.on(List.of(fast))).isEqualTo(new Forcing.Sparse(interval));
    assertThat(new Forcing.Shooting(0, 2).on(List.of(fast)))
        .isEqualTo(new Forcing.Shooting(interval, 2));
    assertThat(new Forcing.Sparse(7).on(List.of(fast))).isEqualTo(new Forcing.Sparse(7));
  }

  private static double[] sine(int rows, double period) {
    double[] values = new double[rows];
    for (int t = 0; t < rows; t++) {
      values[t] = Math.sin(2 * Math.PI * t / period);
    }
    return values;
  }

  private static Series series(int dimension, double[] values) {
    return new Series("s", 0, 1, dimension, values);
  }
}
