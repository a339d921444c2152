package io.ergodic.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.evaluation.evidence.Orbits;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttractorMetricTest {
  private static double[] gaussian(int rows, int dimension, double mean, long seed) {
    RandomGenerator random = RandomStreams.stream(seed, "test");
    return IntStream.range(0, rows * dimension)
        .mapToDouble(i -> mean + random.nextGaussian())
        .toArray();
  }

  private static double value(AttractorMetric metric, double[] truth, double[] generated, int n) {
    return metric.value(List.of(new Orbits(n, .01, truth, generated)), 1);
  }

  @Test
  void areZeroForTheTruthItself() {
    double[] truth = gaussian(3000, 2, 0, 1);
    assertThat(value(new StateSpaceDivergence(), truth, truth, 2)).isCloseTo(0, within(1e-12));
    assertThat(value(new MixtureDivergence(), truth, truth, 2)).isZero();
    assertThat(value(new SpectralDistance(), truth, truth, 2)).isZero();
  }

  @Test
  void sparseDivergenceEqualsTheDenseSum() {
    double[] truth = gaussian(500, 2, 0, 1);
    double[] generated = gaussian(400, 2, .5, 2);
    int bins = 7;
    double smoothing = 1e-3;
    double[][] counts = new double[2][bins * bins];
    double[][] edges = new double[2][];
    for (int d = 0; d < 2; d++) {
      Spread spread = Spread.of(truth, 2, d);
      double margin = .1 * spread.sampleDeviation();
      edges[d] = new double[] {spread.minimum() - margin, spread.maximum() + margin};
    }
    double[][] both = {truth, generated};
    double[] totals = new double[2];
    for (int s = 0; s < 2; s++) {
      for (int t = 0; t < both[s].length / 2; t++) {
        int[] bin = new int[2];
        for (int d = 0; d < 2; d++) {
          double width = (edges[d][1] - edges[d][0]) / bins;
          bin[d] = (int) Math.floor((both[s][2 * t + d] - edges[d][0]) / width);
        }
        if (bin[0] >= 0 && bin[0] < bins && bin[1] >= 0 && bin[1] < bins) {
          counts[s][bin[0] * bins + bin[1]]++;
          totals[s]++;
        }
      }
    }
    double dense = 0;
    for (int k = 0; k < bins * bins; k++) {
      double p = (counts[0][k] + smoothing) / (totals[0] + smoothing * bins * bins);
      double q = (counts[1][k] + smoothing) / (totals[1] + smoothing * bins * bins);
      dense += p * Math.log(p / q);
    }
    assertThat(totals[1]).isLessThan(400);
    assertThat(StateSpaceDivergence.divergence(truth, generated, 2, bins, smoothing))
        .isCloseTo(dense, within(1e-12));
  }

  @Test
  void divergenceIsInfiniteWhereNothingIsMet() {
    double[] truth = gaussian(100, 3, 0, 1);
    double[] elsewhere = gaussian(100, 3, 50, 1);
    assertThat(value(new StateSpaceDivergence(), truth, elsewhere, 3))
        .isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void divergenceOfAPointMassHasAClosedForm() {
    // Truth: half the points in each of two cells; generated: all in one of them.
    double[] truth = {0, 1, 0, 1, 0, 1, 0, 1};
    double[] generated = {0, 0, 0, 0, 0, 0, 0, 0};
    double a = 1e-5;
    double z = 8 + 30 * a;
    double expected = (4 + a) / z * (Math.log((4 + a) / (8 + a)) + Math.log((4 + a) / a));
    assertThat(value(new StateSpaceDivergence(), truth, generated, 1))
        .isCloseTo(expected, within(1e-12));
  }

  @Test
  void mixtureDivergenceKeepsWhatUnderflows() {
    double[] truth = new double[2000];
    double[] far = new double[2000];
    Arrays.fill(far, 60);
    // N(0, 1) from N(60, 1): 60^2 / 2 nats, far below what a float can hold as a density.
    assertThat(value(new MixtureDivergence(), truth, far, 1)).isCloseTo(1800, within(15.0));
    assertThat(value(new MixtureDivergence(), truth, far, 1))
        .isEqualTo(value(new MixtureDivergence(), truth, far, 1));
  }

  @Test
  void poolsSeveralSeries() {
    double[] left = gaussian(200, 1, -3, 1);
    double[] right = gaussian(200, 1, 3, 2);
    List<Orbits> swapped = List.of(new Orbits(1, 1, left, right), new Orbits(1, 1, right, left));
    assertThat(new StateSpaceDivergence().value(swapped, 1)).isCloseTo(0, within(1e-12));
  }

  @Test
  void spectraOfTwoTonesAgreeWithScipy() {
    for (int rows : new int[] {1000, 1001}) {
      double[] p = PowerSpectrum.of(tones(rows, 50), 1, 0);
      double[] q = PowerSpectrum.of(tones(rows, 61), 1, 0);
      // numpy.fft.rfft, scipy.ndimage.gaussian_filter1d(sigma=20, mode='mirror', truncate=4)
      assertThat(p).hasSize(rows / 2 + 1);
      assertThat(p[50]).isCloseTo(0.0182864414048, within(1e-12));
      assertThat(p[0]).isCloseTo(0.00160690032442, within(1e-12));
      assertThat(SpectralDistance.hellinger(p, q))
          .isCloseTo(rows == 1000 ? 0.2587239519015333 : 0.25872371346152245, within(1e-9));
    }
  }

  private static double[] tones(int rows, double frequency) {
    double[] values = new double[rows];
    for (int t = 0; t < rows; t++) {
      double phase = 2 * Math.PI * frequency * t / rows;
      values[t] = Math.sin(phase) + .3 * Math.cos(3.7 * phase);
    }
    return values;
  }

  @Test
  void powerOfACosineIsOneLine() {
    for (int rows : new int[] {64, 63}) {
      double[] cosine = new double[rows];
      for (int t = 0; t < rows; t++) {
        cosine[t] = Math.cos(2 * Math.PI * 31 * t / rows);
      }
      double[] power = PowerSpectrum.power(cosine, 1, 0);
      // Standardised, its amplitude is sqrt 2: |X|^2 = (sqrt 2 T / 2)^2
      assertThat(power[31]).isCloseTo(rows * rows / 2.0, within(1e-8));
      power[31] = 0;
      assertThat(Arrays.stream(power).max().orElseThrow()).isLessThan(1e-8);
    }
  }

  @Test
  void aRunThatDoesNotVaryIsAtDistanceOne() {
    double[] still = new double[500];
    Arrays.fill(still, .1);
    assertThat(value(new SpectralDistance(), tones(500, 20), still, 1)).isEqualTo(1);
    assertThat(value(new SpectralDistance(), still, still, 1)).isZero();
  }
}
