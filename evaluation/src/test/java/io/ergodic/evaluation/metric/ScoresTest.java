package io.ergodic.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.data.ImageDataset;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.task.Classification;
import io.ergodic.datasets.task.Forecasting;
import io.ergodic.evaluation.evidence.Evidence;
import io.ergodic.evaluation.evidence.ForecastErrors;
import io.ergodic.evaluation.evidence.Predictions;
import io.ergodic.evaluation.protocol.Protocol;
import io.ergodic.evaluation.testing.Datasets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoresTest {
  private static double forecast(String metric, ForecastErrors errors) {
    // Errors of persistence within the train split: 2 and 4.
    double[] train = {0, 0, 2, 4, 4, 8};
    SeriesDataset data = Datasets.series(1, 0, 2, Map.of(), train, train);
    return Metric.registry()
        .get(metric, "test")
        .value(
            Evidence.without(data, new Forecasting(1, 1), 1)
                .with(ForecastErrors.class, asked -> errors));
  }

  private static double classification(String metric, Predictions predictions) {
    ImageDataset data = Datasets.images(2, new byte[1], new int[1]);
    return Metric.registry()
        .get(metric, "test")
        .value(
            Evidence.without(data, new Classification(), 1)
                .with(Predictions.class, asked -> predictions));
  }

  @Test
  void forecastErrorsHaveTheirClosedForms() {
    ForecastErrors errors = new ForecastErrors(2);
    // Two rows of two variables, then one more: errors (1, 0), (3, 4) and (0, 0).
    errors.add(new float[] {9, 1, 0, 3, 4}, 1, new float[] {2, 0, 6, 0}, 0, 2);
    errors.add(new float[] {0, 5}, 0, new float[] {0, 5}, 0, 1);
    assertThat(forecast("mse", errors)).isCloseTo((1 + 9 + 16) / 6.0, within(1e-12));
    assertThat(forecast("mae", errors)).isCloseTo((1 + 3 + 4) / 6.0, within(1e-12));
    assertThat(forecast("rmse", errors)).isCloseTo(Math.sqrt(26 / 6.0), within(1e-12));
    assertThat(forecast("smape", errors))
        .isCloseTo(200 * (1 / 3.0 + 3 / 9.0 + 4 / 4.0) / 6, within(1e-12));
    assertThat(forecast("mase", errors))
        .isCloseTo(((1 + 3) / 3.0 / 2 + 4 / 3.0 / 4) / 2, within(1e-12));
  }

  @Test
  void scaleIsTheErrorOfTheSeasonalNaiveForecast() {
    double[] train = {0, 10, 1, 12, 2, 14};
    var seasonal = Datasets.series(1, 0, 1, Map.of("seasonality", 2.0), train, train);
    assertThat(SeasonalNaive.scale(seasonal)).containsExactly((1 + 2 + 1 + 2) / 4.0);
    double[] gap = {0, 10, 1, Double.NaN, 2, 14};
    var missing = Datasets.series(1, 0, 1, Map.of("seasonality", 2.0), gap, train);
    assertThat(SeasonalNaive.scale(missing)).containsExactly((1 + 1) / 2.0);
    var plain = Datasets.series(1, 0, 1, Map.of(), train, train);
    assertThat(SeasonalNaive.scale(plain)).containsExactly((10 + 9 + 11 + 10 + 12) / 5.0);
  }

  @Test
  void classificationScoresHaveTheirClosedForms() {
    float[] probabilities = {.9f, .1f, .9f, .1f, .4f, .6f, .5f, .5f};
    Predictions predictions = new Predictions(2, probabilities, new int[] {0, 1, 1, 0});
    assertThat(classification("accuracy", predictions)).isEqualTo(.75);
    assertThat(classification("nll", predictions))
        .isCloseTo(-(Math.log(.9) + Math.log(.1) + Math.log(.6) + Math.log(.5)) / 4, within(1e-6));
    // Bins: .9 twice (one right), .6 (right), .5 (right).
    assertThat(classification("ece", predictions))
        .isCloseTo((Math.abs(1 - 1.8) + .4 + .5) / 4, within(1e-6));
  }

  @Test
  void certaintyIsCalibratedOnlyWhenRight() {
    Predictions right = new Predictions(2, new float[] {1, 0, 0, 1}, new int[] {0, 1});
    assertThat(classification("ece", right)).isZero();
    assertThat(classification("nll", right)).isZero();
    Predictions wrong = new Predictions(2, new float[] {1, 0}, new int[] {1});
    assertThat(classification("ece", wrong)).isEqualTo(1);
    assertThat(classification("nll", wrong)).isCloseTo(-Math.log(1e-12), within(1e-9));
  }

  @Test
  void everyMetricIsDescribed() {
    assertThat(Metric.registry().names())
        .contains("d_stsp", "d_stsp_gmm", "d_h", "pe_1", "pe_20", "lyapunov_max", "vpt")
        .contains("mse", "mae", "rmse", "smape", "mase", "accuracy", "nll", "ece");
    assertThat(Metric.registry().all())
        .allSatisfy(
            metric -> {
              assertThat(metric.title()).isNotBlank();
              assertThat(metric.description()).hasSizeGreaterThan(20);
              assertThat(Protocol.registry().names()).contains(metric.task());
              assertThat(metric.revision()).isPositive();
            });
  }
}
