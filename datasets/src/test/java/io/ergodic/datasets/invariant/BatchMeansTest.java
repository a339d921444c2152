package io.ergodic.datasets.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.random.RandomStreams;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BatchMeansTest {
  private static final double MEMORY = 0.9;

  @Test
  void errorOfAnAutoregressionIsThatOfItsMean() {
    // the mean of N values of x' = a x + e has variance 1 / (1 - a)^2 / N
    int runs = 200;
    long length = 1 << 15;
    double truth = 1 / (1 - MEMORY) / Math.sqrt(length);
    double squaredError = 0;
    double squaredMean = 0;
    for (int run = 0; run < runs; run++) {
      BatchMeans means = autoregression(run, length);
      squaredError += Math.pow(means.standardError(0), 2) / runs;
      squaredMean += Math.pow(means.mean(0), 2) / runs;
    }
    assertThat(Math.sqrt(squaredError)).isCloseTo(truth, within(0.05 * truth));
    assertThat(Math.sqrt(squaredMean)).isCloseTo(truth, within(0.15 * truth));
  }

  @Test
  void jackknifeOfAMeanIsItsStandardError() {
    BatchMeans means = autoregression(1, 4096);
    assertThat(means.jackknife(row -> row[0]))
        .isCloseTo(means.standardError(0), within(1e-12 * means.standardError(0)));
    assertThat(means.jackknife(row -> 3 * row[0] + 1))
        .isCloseTo(3 * means.standardError(0), within(1e-9 * means.standardError(0)));
  }

  @Test
  void joiningKeepsTheMeanOfAllRows() {
    BatchMeans means = new BatchMeans(1, 1);
    double sum = 0;
    int rows = 0;
    for (int k = 0; k < 256; k++) {
      double value = Math.sin(k * k);
      means.add(new double[] {value});
      sum += value;
      rows++;
      if (means.full() && k < 255) {
        means.join();
      }
    }
    assertThat(means.rows()).isEqualTo(rows);
    assertThat(means.mean(0)).isCloseTo(sum / rows, within(1e-15));
  }

  @Test
  void noticesADrift() {
    BatchMeans still = new BatchMeans(1, 1);
    BatchMeans drifting = new BatchMeans(1, 1);
    RandomGenerator random = RandomStreams.stream(3, "drift");
    for (int k = 0; k < 64; k++) {
      double noise = random.nextGaussian();
      still.add(new double[] {noise});
      drifting.add(new double[] {noise + (k < 32 ? 2 : 0)});
    }
    assertThat(still.drifts(0, 0.1)).isFalse();
    assertThat(drifting.drifts(0, 0.1)).isTrue();
    assertThat(drifting.drifts(0, 3)).isFalse();
    assertThat(drifting.forgetFirstHalf()).isEqualTo(32);
    assertThat(drifting.mean(0)).isLessThan(1);
  }

  private static BatchMeans autoregression(long seed, long length) {
    RandomGenerator random = RandomStreams.stream(seed, "autoregression");
    BatchMeans means = new BatchMeans(1, length / 64);
    double x = random.nextGaussian() / Math.sqrt(1 - MEMORY * MEMORY);
    for (long k = 0; k < length; k++) {
      x = MEMORY * x + random.nextGaussian();
      means.add(new double[] {x});
    }
    means.join();
    return means;
  }
}
