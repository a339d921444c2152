package io.ergodic.datasets.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.random.RandomStreams;
import org.junit.jupiter.api.Test;

/** Entropy and period of series whose entropy and period are known. */
class SeriesInvariantsTest {
  private static Orbit noise(int length) {
    double[] values = new double[length];
    var random = RandomStreams.stream(1, "noise");
    for (int k = 0; k < length; k++) {
      values[k] = random.nextGaussian();
    }
    return new Orbit(values, 1, 1);
  }

  private static Orbit sine(int length, double period, double step) {
    double[] values = new double[length];
    for (int k = 0; k < length; k++) {
      values[k] = 5 + 3 * Math.sin(2 * Math.PI * k * step / period);
    }
    return new Orbit(values, 1, step);
  }

  @Test
  void sampleEntropyOfGaussianNoiseIsThatOfIndependence() {
    // -log P(|x - y| <= r) for independent unit Gaussians: 2 Phi(r / sqrt 2) - 1 = 0.0845 at 0.15
    double entropy = MultiscaleEntropy.at(noise(6000).standardised(0), 1);
    assertThat(entropy).isCloseTo(-Math.log(0.08447), within(0.08));
  }

  @Test
  void coarseGrainedNoiseIsNarrower() {
    double[] series = noise(4000).standardised(0);
    // windows of four have deviation 1/2: the same as a tolerance of 0.3
    assertThat(MultiscaleEntropy.at(series, 4)).isCloseTo(-Math.log(0.1680), within(0.12));
  }

  @Test
  void aSineHasHardlyAny() {
    Estimate sine = MultiscaleEntropy.mean(sine(8000, 37.7, 1), 5);
    Estimate noise = MultiscaleEntropy.mean(noise(8000), 5);
    assertThat(sine.value()).isLessThan(0.25).isPositive();
    assertThat(noise.value()).isGreaterThan(6 * sine.value());
    assertThat(noise.standardError()).isBetween(1e-4, 0.1);
  }

  @Test
  void findsThePeriodOfASine() {
    Estimate period = DominantPeriod.of(sine(1 << 14, 2.345, 0.1), 1024);
    assertThat(period.value()).isCloseTo(2.345, within(0.005));
    assertThat(Math.abs(period.value() - 2.345)).isLessThan(3 * period.standardError());
  }

  @Test
  void knowsNoPeriodOfAConstant() {
    Orbit still = new Orbit(new double[4096], 1, 1);
    assertThat(DominantPeriod.of(still, 256).known()).isFalse();
    assertThat(MultiscaleEntropy.mean(still, 3).value()).isZero();
  }
}
