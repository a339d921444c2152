package io.ergodic.datasets.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.spectral.FourierTransform;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class EvolutionTest {
  private static final GaussianField FIELD = new GaussianField(25, 5, 2);

  private static double[] solution(Evolution evolution, DoubleUnaryOperator start) {
    int n = evolution.resolution();
    double[] real = new double[n];
    double[] imaginary = new double[n];
    for (int k = 0; k < n; k++) {
      real[k] = start.applyAsDouble((double) k / n);
    }
    FourierTransform transform = new FourierTransform(n);
    transform.forward(real, imaginary);
    evolution.advance(real, imaginary);
    transform.inverse(real, imaginary);
    assertThat(imaginary).usingComparatorWithPrecision(1e-12).containsOnly(0);
    return real;
  }

  private static double[] drawn(Evolution evolution, int modes, long seed) {
    int n = evolution.resolution();
    double[] coarseReal = new double[modes];
    double[] coarseImaginary = new double[modes];
    FIELD.draw(RandomStreams.stream(seed, "test"), coarseReal, coarseImaginary);
    double[] real = new double[n];
    double[] imaginary = new double[n];
    for (int k = 1; 2 * k < modes; k++) {
      double scale = (double) n / modes;
      real[k] = coarseReal[k] * scale;
      imaginary[k] = coarseImaginary[k] * scale;
      real[n - k] = real[k];
      imaginary[n - k] = -imaginary[k];
    }
    evolution.advance(real, imaginary);
    new FourierTransform(n).inverse(real, imaginary);
    return real;
  }

  @Test
  void heatDampsEachWaveByItsFactor() {
    double[] after =
        solution(
            new Heat(64, 0.01, 0.5),
            x -> 3 + Math.cos(2 * Math.PI * x) - 2 * Math.sin(6 * Math.PI * x));
    double first = Math.exp(-4 * Math.PI * Math.PI * 0.01 * 0.5);
    double third = Math.exp(-9 * 4 * Math.PI * Math.PI * 0.01 * 0.5);
    for (int k = 0; k < 64; k++) {
      double x = k / 64.0;
      assertThat(after[k])
          .isCloseTo(
              3 + first * Math.cos(2 * Math.PI * x) - 2 * third * Math.sin(6 * Math.PI * x),
              within(1e-13));
    }
  }

  /** Cole and Hopf: u = -2 nu phi_x / phi, where phi solves the heat equation. */
  @Test
  void burgersFollowsColeAndHopf() {
    double viscosity = 0.05;
    double time = 0.4;
    double[] after = solution(new Burgers(128, viscosity, time, 1e-3), x -> wave(x, viscosity, 0));
    for (int k = 0; k < 128; k++) {
      assertThat(after[k]).isCloseTo(wave(k / 128.0, viscosity, time), within(1e-9));
    }
  }

  private static double wave(double x, double viscosity, double time) {
    double decay = Math.exp(-4 * Math.PI * Math.PI * viscosity * time);
    return 4
        * Math.PI
        * viscosity
        * decay
        * Math.sin(2 * Math.PI * x)
        / (2 + decay * Math.cos(2 * Math.PI * x));
  }

  @Test
  void halfTheStepAndTwiceThePointsChangeLittle() {
    double[] coarse = drawn(new Burgers(256, 0.1, 1, 1e-3), 256, 5);
    double[] fine = drawn(new Burgers(512, 0.1, 1, 5e-4), 256, 5);
    double difference = 0;
    double size = 0;
    for (int k = 0; k < 256; k++) {
      difference += Math.pow(coarse[k] - fine[2 * k], 2);
      size += fine[2 * k] * fine[2 * k];
    }
    assertThat(Math.sqrt(difference / size)).isLessThan(1e-6);
  }

  @Test
  void burgersKeepsTheMeanAndLosesEnergy() {
    double[] energies = new double[4];
    for (int i = 0; i < energies.length; i++) {
      double[] state = drawn(new Burgers(256, 0.1, 0.1 * (i + 1), 1e-3), 256, 8);
      double mean = 0;
      for (double value : state) {
        mean += value / state.length;
        energies[i] += value * value;
      }
      assertThat(mean).isCloseTo(0, within(1e-14));
      assertThat(i == 0 || energies[i] < energies[i - 1]).isTrue();
    }
  }

  /** The variance that the law of the paper has at a point: 0.35233. */
  @Test
  void theFieldHasTheVarianceOfItsLaw() {
    int n = 256;
    double sum = 0;
    int draws = 4000;
    for (int draw = 0; draw < draws; draw++) {
      double[] real = new double[n];
      double[] imaginary = new double[n];
      FIELD.draw(RandomStreams.stream(draw, "test"), real, imaginary);
      new FourierTransform(n).inverse(real, imaginary);
      for (double value : real) {
        sum += value * value / n;
      }
    }
    assertThat(sum / draws).isCloseTo(0.35233, within(0.012));
  }
}
