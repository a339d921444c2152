package io.ergodic.models.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.random.RandomStreams;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class HyperbolicTangentTest {
  /** No multiple of any vector's width. */
  private static final int COUNT = 1023;

  @Test
  void isThatOfStrictMathToRounding() {
    RandomGenerator random = RandomStreams.stream(1, "tanh");
    double[] values = new double[COUNT];
    for (int repeat = 0; repeat < 300; repeat++) {
      double size = Math.pow(2, random.nextInt(40) - 30);
      Arrays.setAll(values, i -> size * random.nextGaussian());
      double[] arguments = values.clone();
      HyperbolicTangent.apply(values, 0, COUNT);
      for (int i = 0; i < COUNT; i++) {
        assertThat(values[i]).isCloseTo(StrictMath.tanh(arguments[i]), within(4e-16));
      }
    }
  }

  @Test
  void vectorsHaveTheBitsOfTheLoop() {
    RandomGenerator random = RandomStreams.stream(2, "tanh");
    double[] values = random.doubles(COUNT, -25, 25).toArray();
    double[] arguments = values.clone();
    HyperbolicTangent.apply(values, 3, COUNT - 5);
    for (int i = 0; i < COUNT; i++) {
      boolean asked = i >= 3 && i < COUNT - 2;
      double expected = asked ? HyperbolicTangent.of(arguments[i]) : arguments[i];
      assertThat(Double.doubleToRawLongBits(values[i]))
          .isEqualTo(Double.doubleToRawLongBits(expected));
    }
  }

  @Test
  void endsAreWhatTheyShouldBe() {
    double[] values = {0, -0.0, 1e300, -1e300, Double.POSITIVE_INFINITY, Double.NaN, 20, -20};
    double[] padded = Arrays.copyOf(values, 64);
    HyperbolicTangent.apply(padded, 0, 64);
    assertThat(Arrays.copyOf(padded, 8)).containsExactly(0, -0.0, 1, -1, 1, Double.NaN, 1, -1);
    for (int i = 0; i < values.length; i++) {
      assertThat(HyperbolicTangent.of(values[i])).isEqualTo(Double.valueOf(padded[i]));
    }
  }
}
