package io.ergodic.datasets.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.random.RandomStreams;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CorrelationDimensionTest {
  private static final int LENGTH = 8000;

  private static CorrelationDimension of(double[] values, int dimension) {
    return CorrelationDimension.of(new Orbit(values, dimension, 1), 5);
  }

  @Test
  void ofASquareIsTwo() {
    RandomGenerator random = RandomStreams.stream(1, "square");
    double[] values = random.doubles(2 * LENGTH).toArray();
    CorrelationDimension result = of(values, 2);
    assertThat(result.scaling()).isTrue();
    assertThat(result.slope().value()).isCloseTo(2, within(0.06));
    assertThat(result.upper()).isGreaterThanOrEqualTo(3.9 * result.lower());
  }

  @Test
  void ofALineInSpaceIsOne() {
    RandomGenerator random = RandomStreams.stream(2, "line");
    double[] values = new double[3 * LENGTH];
    for (int k = 0; k < LENGTH; k++) {
      double t = random.nextDouble();
      values[3 * k] = t;
      values[3 * k + 1] = -2 * t;
      values[3 * k + 2] = 7;
    }
    assertThat(of(values, 3).slope().value()).isCloseTo(1, within(0.03));
  }

  @Test
  void ofTheCantorSetIsLogTwoOverLogThree() {
    RandomGenerator random = RandomStreams.stream(3, "Cantor");
    double[] values = new double[LENGTH];
    for (int k = 0; k < LENGTH; k++) {
      double place = 1;
      for (int digit = 0; digit < 30; digit++) {
        place /= 3;
        values[k] += random.nextBoolean() ? 2 * place : 0;
      }
    }
    assertThat(of(values, 1).slope().value()).isCloseTo(Math.log(2) / Math.log(3), within(0.04));
  }

  @Test
  void ofTheHenonMapIsThatOfTheLiterature() {
    // Grassberger and Procaccia, Physica D 9 (1983): 1.21 +- 0.01 and, extrapolated, 1.25 +- 0.02
    double[] values = new double[2 * LENGTH];
    double x = 0.1;
    double y = 0.1;
    for (int k = -100; k < LENGTH; k++) {
      double next = 1 - 1.4 * x * x + y;
      y = 0.3 * x;
      x = next;
      if (k >= 0) {
        values[2 * k] = x;
        values[2 * k + 1] = y;
      }
    }
    assertThat(of(values, 2).slope().value()).isBetween(1.17, 1.27);
  }

  @Test
  void isUnknownForAPoint() {
    assertThat(of(new double[LENGTH], 1).slope().known()).isFalse();
  }
}
