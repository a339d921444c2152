package io.ergodic.models.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SquashingTest {
  private static final int COUNT = 4096;

  @Test
  void tangentsAreRightToFourParts() {
    Random random = new Random(1);
    for (int repeat = 0; repeat < 30; repeat++) {
      float[] x = new float[COUNT];
      double size = Math.pow(2, repeat - 24);
      for (int i = 0; i < COUNT; i++) {
        x[i] = (float) (size * random.nextGaussian());
      }
      float[] values = x.clone();
      Squashing.tanh(values, 0, COUNT);
      for (int i = 0; i < COUNT; i++) {
        double exact = StrictMath.tanh(x[i]);
        assertThat((double) values[i]).isCloseTo(exact, within(4e-7 * Math.abs(exact)));
      }
    }
  }

  @Test
  void logisticFunctionAndExponential() {
    float[] x = new float[COUNT];
    for (int i = 0; i < COUNT; i++) {
      x[i] = (i - COUNT / 2) * 0.045f;
    }
    float[] values = x.clone();
    Squashing.logistic(values, 0, COUNT);
    float[] powers = new float[COUNT];
    for (int i = 0; i < COUNT; i++) {
      powers[i] = -Math.abs(x[i]);
    }
    Squashing.exponential(powers, 0, COUNT);
    for (int i = 0; i < COUNT; i++) {
      assertThat((double) values[i]).isCloseTo(1 / (1 + StrictMath.exp(-x[i])), within(2e-7));
      double exact = StrictMath.exp(-Math.abs(x[i]));
      assertThat((double) powers[i]).isCloseTo(exact, within(2e-7));
    }
  }

  @Test
  void onlyWhatIsAskedForIsReplacedAndEndsAreWhatTheyShouldBe() {
    float[] values = new float[48];
    Arrays.fill(values, 2);
    float[] special = {
      0, -0f, 1e30f, -1e30f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN, 9, -9, 50
    };
    System.arraycopy(special, 0, values, 16, special.length);
    Squashing.tanh(values, 16, 16);
    assertThat(Arrays.copyOf(values, 16)).containsOnly(2);
    assertThat(Arrays.copyOfRange(values, 32, 48)).containsOnly(2);
    assertThat(Arrays.copyOfRange(values, 16, 26))
        .containsExactly(0, 0, 1, -1, 1, -1, Float.NaN, 1, -1, 1);
  }
}
