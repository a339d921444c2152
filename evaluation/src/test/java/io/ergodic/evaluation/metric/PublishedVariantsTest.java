package io.ergodic.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.task.Reconstruction;
import io.ergodic.evaluation.evidence.Orbits;
import io.ergodic.evaluation.protocol.Protocol;
import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.testing.Datasets;
import io.ergodic.evaluation.testing.MapDynamics;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedVariantsTest {
  private static AttractorMetric attractor(String name) {
    return (AttractorMetric) Metric.registry().get(name, "test");
  }

  private static double value(String name, double[] truth, double[] generated, int dimension) {
    return attractor(name).value(List.of(new Orbits(dimension, 0.1, truth, generated)), 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "d_stsp_legacy",
        "d_stsp_notebook",
        "d_stsp_gmm_symmetric",
        "spectrum_db",
        "spectrum_db_mse",
        "d_h_dysts"
      })
  void areAboutZeroForTheTruthItself(String name) {
    double[] truth = new Random(3).doubles(3000, -1, 1).toArray();
    assertThat(value(name, truth, truth, 2)).isCloseTo(0, within(1e-12));
  }

  /** Two cells of the truth, of which the run meets one; a third of its points fall into bin 0. */
  @Test
  void whatFallsIntoTheFirstBinIsDropped() {
    double[] truth = {0, 0.51, 0.51, 0.91, 0.91, 1};
    double[] generated = {0.01, 0.02, 0.51, 0.51, 0.51, 0.51};
    double a = 1e-5;
    double p = 2 + a;
    double trueTotal = 4 + 30 * a;
    double runTotal = 4 + 30 * a;
    double expected =
        p / trueTotal * Math.log(p / trueTotal * runTotal / (4 + a))
            + p / trueTotal * Math.log(p / trueTotal * runTotal / a);
    // The largest value lies on the upper edge, in no bin.
    assertThat(value("d_stsp_notebook", truth, generated, 1)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void theLegacyRangeLiesAroundZero() {
    double[] truth = new Random(1).doubles(2000, 9, 10).toArray();
    assertThat(value("d_stsp_legacy", truth, truth, 2)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(value("d_stsp_notebook", truth, truth, 2)).isZero();
  }

  /** Rows beyond the first ten thousand change one of the two. */
  @Test
  void theTutorialLooksAtTenThousandRows() {
    double[] truth = new Random(1).doubles(12_000).toArray();
    double[] generated = truth.clone();
    Arrays.fill(generated, 10_000, 12_000, 0.5);
    assertThat(value("d_stsp_notebook", truth, generated, 1))
        .isGreaterThan(3 * value("d_stsp_notebook_10k", truth, generated, 1));
  }

  /** Twice the amplitude is 6 dB more everywhere. */
  @Test
  void decibelsOfAnAmplitude() {
    double[] truth = new Random(5).doubles(512, -1, 1).toArray();
    double[] twice = Arrays.stream(truth).map(x -> 2 * x).toArray();
    double db = 20 * Math.log10(2);
    assertThat(value("spectrum_db", truth, twice, 1)).isCloseTo(db, within(1e-9));
    assertThat(value("spectrum_db_mse", truth, twice, 1)).isCloseTo(db * db, within(1e-9));
    assertThat(value("spectrum_db", truth, new double[512], 1)).isBetween(150.0, 300.0);
    // The last row of an odd number is left out.
    double[] odd = Arrays.copyOf(twice, 513);
    odd[512] = 1e6;
    assertThat(value("spectrum_db", Arrays.copyOf(truth, 513), odd, 1)).isCloseTo(db, within(1e-9));
  }

  /** Beyond the first hundred bins it is blind; within, two tones are as far as can be. */
  @Test
  void theDystsDistanceSeesOneHundredBins() {
    assertThat(value("d_h_dysts", tone(1000, 20), tone(1000, 30), 1))
        .isCloseTo(Math.sqrt(0.5), within(1e-9));
    assertThat(value("d_h_dysts", tone(1000, 200), tone(1000, 300), 1)).isCloseTo(0, within(1e-9));
  }

  private static double[] tone(int rows, int frequency) {
    double[] values = new double[rows];
    Arrays.setAll(values, t -> Math.sin(2 * Math.PI * frequency * t / rows + 0.3));
    return values;
  }

  /**
   * n points on a line have the distances of one dimension: uniform ones fit the exponent known.
   */
  @Test
  void theExponentOfDistancesIsTheMaximumLikelihoodOne() {
    assertThat(FractalDimensionError.exponent(new double[40], 2)).isZero();
    double[] line = {0, 1, 3, 7};
    // Distances 1 2 3 4 6 7, each twice; beyond the 5th percentile, 1, are 2 to 7, median 4.
    assertThat(FractalDimensionError.exponent(line, 1))
        .isCloseTo(1 + 2 / Math.log(3 / 2.0), within(1e-12));
    assertThat(FractalDimensionError.exponent(new double[] {0, 1, Double.NaN}, 1)).isNaN();
  }

  @Test
  void anyHorizonOfAPredictionErrorIsUnderstood() {
    assertThat(Metric.registry().get("pe_37", "test").title()).isEqualTo("PE(37)");
    assertThat(Metric.registry().contains("pe_0")).isFalse();
    assertThat(Metric.registry().contains("pe_03")).isFalse();
    assertThat(Metric.registry().names()).doesNotContain("pe_37");
    assertThatThrownBy(() -> Metric.registry().get("pe_x", "metrics"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("unknown metric 'pe_x'");
  }

  private static Score scored(String metric, MapDynamics model, SeriesDataset data) {
    return Protocol.registry()
        .get("reconstruction", "test")
        .score(model, data, new Reconstruction(), List.of(metric), 1)
        .scores()
        .get(0);
  }

  /** A flip is right for ever: every run comes to the end of the data, and the row says so. */
  @Test
  void theCapOfAPredictionTimeStandsBesideIt() {
    double[] flips = new double[400];
    Arrays.setAll(flips, t -> t % 2 == 0 ? 1 : -1);
    SeriesDataset data = Datasets.series(0.1, 0, 1, Map.of("lyapunov", 2.0), flips, flips);
    Score endless = scored("vpt_nrmse_05", MapDynamics.linear(-1), data);
    // Every third of the rows 0 to 299; the mean of 399 - row, in fives.
    assertThat(endless.value()).isCloseTo((399 - 148.5) / 5, within(1e-9));
    assertThat(endless.status()).isEqualTo(Score.OK);
    assertThat(endless.reason())
        .isEqualTo(
            "cap: the end of the data, 20.4 to 79.8 Lyapunov times after the start rows; reached by"
                + " 100 of 100 runs");
    Score brief = scored("vpt_nrmse_05", MapDynamics.linear(-0.9), data);
    assertThat(brief.value()).isCloseTo(6 / 5.0, within(1e-12));
    assertThat(brief.reason()).endsWith("reached by 0 of 100 runs");
    // 0.9^k away from 1: 200 (1 - 0.9^k) / (1 + 0.9^k), averaged from the first step on.
    assertThat(scored("vpt_smape_30", MapDynamics.linear(-0.9), data).value())
        .isCloseTo(4 / 5.0, within(1e-12));
    assertThat(scored("vpt_nrmse_005", MapDynamics.linear(-0.96), data).value())
        .isCloseTo(1 / 5.0, within(1e-12));
  }

  @Test
  void aDimensionNeedsATruthToErrFrom() {
    double[] line = {0, 1, 2, 3, 4, 5};
    SeriesDataset data = Datasets.series(1, 0, 1, Map.of(), line, line);
    assertThatThrownBy(() -> new KaplanYorkeError().check(data))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("kaplan_yorke_error")
        .hasMessageContaining("use kaplan_yorke");
  }
}
