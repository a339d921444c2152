package io.ergodic.datasets.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.random.RandomStreams;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Bit for bit what StrictMath gives. */
class StrictSineTest {
  private static void check(double x) {
    if (bits(StrictSine.sin(x)) != bits(StrictMath.sin(x))) {
      assertThat(StrictSine.sin(x)).as("sin %s", x).isEqualTo(StrictMath.sin(x));
    }
    if (bits(StrictSine.cos(x)) != bits(StrictMath.cos(x))) {
      assertThat(StrictSine.cos(x)).as("cos %s", x).isEqualTo(StrictMath.cos(x));
    }
  }

  private static long bits(double x) {
    return Double.doubleToLongBits(x);
  }

  @Test
  void ofArgumentsOfAnySize() {
    RandomGenerator random = RandomStreams.stream(1, "arguments");
    for (int i = 0; i < 1_000_000; i++) {
      check(random.nextGaussian());
      check(10 * random.nextGaussian());
      check(random.nextGaussian() * Math.pow(2, random.nextInt(80) - 40));
    }
  }

  @Test
  void nearMultiplesOfARightAngle() {
    RandomGenerator random = RandomStreams.stream(2, "multiples");
    for (int n = 0; n < 200_000; n++) {
      double multiple = (n < 1000 ? n : random.nextInt(830_000)) * (Math.PI / 2);
      double x = multiple;
      for (int i = 0; i < 4; i++) {
        check(x);
        check(-x);
        x = Math.nextUp(x);
      }
      check(multiple * (1 + random.nextGaussian() * Math.pow(2, -random.nextInt(52))));
    }
  }

  @Test
  void ofWhatIsNoOrdinaryNumber() {
    for (double x :
        new double[] {
          0,
          -0.0,
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.MIN_VALUE,
          -Double.MIN_NORMAL,
          Double.MAX_VALUE,
          1e300,
          0x1p-27,
          -0x1p-26,
          Math.PI / 4,
          Math.nextUp(Math.PI / 4),
          3 * Math.PI / 4,
          1e22
        }) {
      check(x);
    }
  }
}
