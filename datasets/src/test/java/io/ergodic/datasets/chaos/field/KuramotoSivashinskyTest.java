package io.ergodic.datasets.chaos.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.invariant.Estimate;
import io.ergodic.datasets.invariant.FieldSubjects;
import io.ergodic.datasets.invariant.LyapunovEstimator;
import io.ergodic.datasets.invariant.LyapunovSettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KuramotoSivashinskyTest {
  private static double[] wave(int points, int mode, double amplitude) {
    double[] field = new double[points];
    for (int j = 0; j < points; j++) {
      field[j] = amplitude * Math.cos(2 * Math.PI * mode * j / points + 0.3);
    }
    return field;
  }

  private static double[] mixed(int points) {
    double[] field = wave(points, 1, 0.7);
    double[] other = wave(points, 2, 1.1);
    for (int j = 0; j < points; j++) {
      field[j] += other[j] + 0.2 * Math.sin(6 * Math.PI * j / points);
    }
    return field;
  }

  private static double[] run(double length, double[] start, double step, int steps) {
    KuramotoSivashinsky equation = new KuramotoSivashinsky(length, start.length, step);
    equation.start(start);
    for (int i = 0; i < steps; i++) {
      equation.step();
    }
    double[] field = new double[start.length];
    equation.field(field, 0);
    return field;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 9})
  void smallWavesGrowByTheDispersionRelation(int mode) {
    double length = 22;
    double[] start = wave(48, mode, 1e-9);
    double[] end = run(length, start, 0.1, 20);
    double q = 2 * Math.PI * mode / length;
    double growth = Math.exp(2 * (q * q - q * q * q * q));
    for (int j = 0; j < 48; j++) {
      assertThat(end[j]).isCloseTo(growth * start[j], within(1e-9 * 1e-6 + 1e-15));
    }
  }

  /** At steps where the fastest waves that matter decay much in a step, the order is about 3. */
  @Test
  void errorFallsWithTheFourthPowerOfTheStep() {
    double[] start = run(22, mixed(32), 1.0 / 64, 640);
    double[] exact = run(22, start, 1.0 / 2048, 8192);
    double previous = Double.NaN;
    for (int n = 64; n <= 256; n *= 2) {
      double[] end = run(22, start, 1.0 / n, 4 * n);
      double error = 0;
      for (int j = 0; j < end.length; j++) {
        error = Math.max(error, Math.abs(end[j] - exact[j]));
      }
      if (n > 64) {
        assertThat(Math.log(previous / error) / Math.log(2)).isBetween(3.5, 4.3);
      }
      previous = error;
    }
    assertThat(previous).isLessThan(1e-9);
  }

  @Test
  void doesNotDependOnTheGridOnceItResolvesTheField() {
    double[] coarse = run(22, mixed(48), 0.0625, 80);
    double[] fine = run(22, mixed(96), 0.0625, 80);
    for (int j = 0; j < 48; j++) {
      assertThat(coarse[j]).isCloseTo(fine[2 * j], within(1e-5));
    }
  }

  @Test
  void keepsTheMean() {
    double[] start = mixed(30);
    for (int j = 0; j < 30; j++) {
      start[j] += 0.25;
    }
    double mean = 0;
    for (double value : run(17, start, 0.0625, 400)) {
      mean += value / 30;
    }
    assertThat(mean).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void tangentVectorsAreTheDerivative() {
    int points = 32;
    double h = 1e-6;
    double[] start = mixed(points);
    double[] ahead = start.clone();
    double[] behind = start.clone();
    for (int j = 0; j < points; j++) {
      // the first tangent vector: the real coefficient of mode 1 raised by 1
      double direction = 2.0 / points * Math.cos(2 * Math.PI * j / points);
      ahead[j] += h * direction;
      behind[j] -= h * direction;
    }
    double[] up = run(22, ahead, 0.125, 16);
    double[] down = run(22, behind, 0.125, 16);
    double real = 0;
    double imaginary = 0;
    double square = 0;
    for (int k = 1; k < points / 2; k++) {
      real = 0;
      imaginary = 0;
      for (int j = 0; j < points; j++) {
        double difference = (up[j] - down[j]) / (2 * h);
        real += difference * Math.cos(2 * Math.PI * j * k / points);
        imaginary -= difference * Math.sin(2 * Math.PI * j * k / points);
      }
      square += real * real + imaginary * imaginary;
    }
    KuramotoSivashinsky equation = new KuramotoSivashinsky(22, points, 0.125, 1);
    equation.start(start);
    equation.spectrum(1)[1] = 1;
    for (int i = 0; i < 16; i++) {
      equation.step();
    }
    double length = 0;
    for (double value : equation.spectrum(1)) {
      length += value * value;
    }
    assertThat(Math.log(length)).isCloseTo(Math.log(square), within(2e-6));
  }

  @Test
  void exponentsAtLength22() {
    List<Estimate> exponents =
        LyapunovEstimator.estimate(
                FieldSubjects.subject("test", new FieldEquation(22, 32, 0.125), 4),
                LyapunovSettings.standard(10).discard(50).lengths(240, 240))
            .exponents();
    // Edson et al., ANZIAM J. 61 (2019): 0.043, 0.003, 0.002, ..., and two zeros by symmetry
    Estimate largest = exponents.get(0);
    assertThat(largest.value()).isCloseTo(0.0465, within(4 * largest.standardError() + 0.0035));
    assertThat(exponents.get(1).value()).isCloseTo(0, within(0.01));
    assertThat(exponents.get(2).value()).isCloseTo(0, within(0.01));
    assertThat(largest.standardError()).isLessThan(0.006);
  }
}
