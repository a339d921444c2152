package io.ergodic.datasets.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.random.RandomStreams;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Bit for bit what StrictMath gives, in every lane. */
class SineLanesTest {
  private static final int COUNT = 64 * LaneOperations.WIDTH;

  private final RandomGenerator random = RandomStreams.stream(1, "lanes");

  private static void check(double[] arguments) {
    double[] sines = arguments.clone();
    double[] cosines = arguments.clone();
    SineLanes.sine(sines, 0, COUNT);
    SineLanes.cosine(cosines, 0, COUNT);
    same(sines, arguments, StrictMath::sin);
    same(cosines, arguments, StrictMath::cos);
  }

  private static void same(double[] values, double[] arguments, DoubleUnaryOperator function) {
    for (int i = 0; i < values.length; i++) {
      double expected = function.applyAsDouble(arguments[i]);
      if (Double.doubleToLongBits(values[i]) != Double.doubleToLongBits(expected)) {
        assertThat(values[i]).as("of %s", arguments[i]).isEqualTo(expected);
      }
    }
  }

  @Test
  void ofArgumentsOfAnySize() {
    double[] arguments = new double[COUNT];
    for (int repeat = 0; repeat < 3000; repeat++) {
      double size = repeat % 3 == 0 ? 3 : Math.pow(2, random.nextInt(100) - 50);
      Arrays.setAll(arguments, i -> size * random.nextGaussian());
      check(arguments);
    }
  }

  @Test
  void nearMultiplesOfARightAngle() {
    double[] arguments = new double[COUNT];
    for (int repeat = 0; repeat < 3000; repeat++) {
      int multiples = repeat % 2 == 0 ? 40 : 830_000;
      Arrays.setAll(
          arguments,
          i -> {
            double multiple = random.nextInt(multiples) * (Math.PI / 4);
            double near = 1 + random.nextGaussian() * Math.pow(2, -random.nextInt(54));
            return (random.nextBoolean() ? multiple : -multiple) * near;
          });
      check(arguments);
    }
  }

  @Test
  void ofWhatIsNoOrdinaryNumber() {
    double[] odd = {
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
      -3 * Math.PI / 4,
      0x1p19 * (Math.PI / 2),
      Math.nextUp(0x1p19 * (Math.PI / 2)),
      1e22
    };
    double[] arguments = new double[COUNT];
    Arrays.setAll(arguments, i -> odd[i % odd.length]);
    check(arguments);
    for (int repeat = 0; repeat < 1000; repeat++) {
      Arrays.setAll(arguments, i -> Double.longBitsToDouble(random.nextLong()));
      check(arguments);
    }
  }

  @Test
  void leavesOtherValuesAlone() {
    int width = LaneOperations.WIDTH;
    double[] values = new double[3 * width];
    Arrays.fill(values, 1);
    SineLanes.sine(values, width, width);
    assertThat(Arrays.copyOf(values, width)).containsOnly(1);
    assertThat(Arrays.copyOfRange(values, width, 2 * width)).containsOnly(StrictMath.sin(1));
    assertThat(Arrays.copyOfRange(values, 2 * width, 3 * width)).containsOnly(1);
  }
}
