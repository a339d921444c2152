package io.ergodic.datasets.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.chaos.Rows;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.scale.Scaler;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Forecasting;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class SeasonalTest {
  private static final String SMALL = "channels = 3, length = 6000, context = 100";

  @Test
  void givesTheSameBitsAgain() {
    Rows once = Rows.of("seasonal", SMALL, 5);
    Rows again = Rows.of("seasonal", SMALL, 5);
    Rows other = Rows.of("seasonal", SMALL, 6);
    assertThat(again.series(Split.TEST).get(0).values())
        .isEqualTo(once.series(Split.TEST).get(0).values())
        .isNotEqualTo(other.series(Split.TEST).get(0).values());
    assertThat(once.plan().schema().properties()).containsEntry("seasonality", 24.0);
  }

  @Test
  void splitsFollowEachOtherWithContext() {
    Rows rows = Rows.of("seasonal", SMALL, 5);
    Series train = rows.series(Split.TRAIN).get(0);
    Series validation = rows.series(Split.VALIDATION).get(0);
    Series test = rows.series(Split.TEST).get(0);
    assertThat(train.length()).isEqualTo(4200);
    assertThat(validation.length()).isEqualTo(700);
    assertThat(test.length()).isEqualTo(1300);
    assertThat(validation.slice(0, 100).values()).isEqualTo(train.slice(4100, 4200).values());
    assertThat(test.slice(0, 100).values()).isEqualTo(validation.slice(600, 700).values());
    assertThat(test.start()).isEqualTo(4700);
  }

  @Test
  void autocovarianceIsThatOfTheProcess() {
    Settings settings =
        Settings.parse("channels = 1, coherence = 5, weekly = 0, slowMemory = 20", "");
    SeasonalProcess process = SeasonalProcess.read(settings, 9);
    int length = 400_000;
    double[] x = process.sample(length, 9);
    double[] expected = process.covariance(0, 37);
    for (int lag : new int[] {0, 1, 6, 12, 24, 36}) {
      double sum = 0;
      for (int i = 0; i + lag < length; i++) {
        sum += x[i] * x[i + lag];
      }
      assertThat(sum / (length - lag))
          .as("lag %d", lag)
          .isCloseTo(expected[lag], within(0.04 * expected[0]));
    }
  }

  @Test
  void oracleIsTheClosedFormForAnAutoregression() {
    String settings =
        "channels = 2, daily = 0, weekly = 0, slow = 0, noise = 2, noiseMemory = 4, length = 1000";
    Scaler scaler = new Scaler(new double[] {3, -1}, new double[] {2, 0.5});
    Manifest manifest = Rows.of("seasonal", settings, 1).manifest(scaler);
    Forecaster oracle = SeasonalOracle.of(manifest, new Forecasting(5, 7)).orElseThrow();
    float[] context = {9, 9, 8, -8, 7, 7, 6, -6, 1.5f, -2.5f};
    float[] forecast = new float[14];
    oracle.forecast(context, 1, forecast);
    double memory = Math.exp(-0.25);
    for (int h = 0; h < 7; h++) {
      for (int c = 0; c < 2; c++) {
        double zero = -scaler.mean()[c] / scaler.deviation()[c];
        double expected = zero + Math.pow(memory, h + 1) * (context[8 + c] - zero);
        assertThat((double) forecast[h * 2 + c]).isCloseTo(expected, within(1e-5));
      }
    }
  }

  @Test
  void oracleIsAsGoodAsTheProcessAllowsAndBetterThanNaiveForecasts() {
    String settings = "channels = 2, length = 30000, context = 0, coherence = 10";
    Rows rows = Rows.of("seasonal", settings, 2);
    Manifest manifest = rows.manifest();
    int lookback = 72;
    int horizon = 24;
    Forecaster oracle =
        SeasonalOracle.of(manifest, new Forecasting(lookback, horizon)).orElseThrow();
    double[] x = rows.series(Split.TRAIN).get(0).values().clone();
    manifest.scaler().apply(x);
    double best = 0;
    double persistence = 0;
    double yesterday = 0;
    int count = 0;
    float[] context = new float[lookback * 2];
    float[] forecast = new float[horizon * 2];
    for (int from = 0; (from + lookback + horizon) * 2 <= x.length; from += horizon) {
      for (int i = 0; i < context.length; i++) {
        context[i] = (float) x[from * 2 + i];
      }
      oracle.forecast(context, 1, forecast);
      for (int i = 0; i < forecast.length; i++) {
        double actual = x[(from + lookback) * 2 + i];
        best += square(actual - forecast[i]);
        persistence += square(actual - context[context.length - 2 + i % 2]);
        yesterday += square(actual - context[context.length - 48 + i]);
        count++;
      }
    }
    assertThat(best).isLessThan(0.7 * persistence).isLessThan(0.85 * yesterday);
    assertThat(best / count)
        .as("the conditional variance of the process")
        .isCloseTo(conditionalVariance(manifest, lookback, horizon), Percentage.withPercentage(5));
  }

  /** Mean over channels and horizon of k(0) - k_f' K^-1 k_f, in standardised units. */
  private static double conditionalVariance(Manifest manifest, int lookback, int horizon) {
    Settings settings = Settings.parse(manifest.settings().toString(), "");
    SeasonalProcess process = SeasonalProcess.read(settings, manifest.seed());
    double sum = 0;
    for (int c = 0; c < 2; c++) {
      double[] k = process.covariance(c, lookback + horizon);
      Cholesky matrix = Cholesky.toeplitz(k, lookback);
      for (int h = 0; h < horizon; h++) {
        double[] row = new double[lookback];
        for (int i = 0; i < lookback; i++) {
          row[i] = k[lookback + h - i];
        }
        double[] solved = row.clone();
        matrix.solve(solved);
        double explained = 0;
        for (int i = 0; i < lookback; i++) {
          explained += row[i] * solved[i];
        }
        sum += (k[0] - explained) / square(manifest.scaler().deviation()[c]);
      }
    }
    return sum / (2 * horizon);
  }

  @Test
  void otherSourcesHaveNoOracleHere() {
    Manifest lorenz = Rows.of("flow", "system = Lorenz, length = 50, transient = 1", 1).manifest();
    assertThat(SeasonalOracle.of(lorenz, new Forecasting(4, 4))).isEmpty();
  }

  @Test
  void saysWhatIsWrong() {
    assertThatThrownBy(() -> Rows.plan("seasonal", "chanels = 3", 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("datasets.x.chanels: unknown key; did you mean 'channels'");
    assertThatThrownBy(() -> Rows.plan("seasonal", "noise = 0", 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("datasets.x.noise: must lie in");
  }

  private static double square(double value) {
    return value * value;
  }
}
