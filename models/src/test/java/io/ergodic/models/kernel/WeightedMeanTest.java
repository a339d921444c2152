package io.ergodic.models.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightedMeanTest {
  @Test
  void weighsByExamples() {
    float[] mean = new float[4];
    float[][] vectors = {{99, 1, 10, 99}, {99, 5, -10, 99}};
    new WeightedMean(3, 1).of(vectors, 1, 2, mean, 2);
    assertThat(mean).containsExactly(0, 0, 2, 5);
  }

  @Test
  void oneVectorComesBackToTheBit() {
    float[] values = {
      -0f,
      0f,
      1f / 3,
      Float.MIN_VALUE,
      Float.MAX_VALUE,
      Float.NaN,
      (float) Math.PI,
      -1e-38f,
      Float.NEGATIVE_INFINITY,
      -0f,
      7f,
      Float.MIN_NORMAL,
      1e30f,
      -1f / 7,
      3e-42f,
      0f,
      -5f
    };
    for (long weight : new long[] {1, 3, 7, 16, (1L << 29) - 1}) {
      float[] mean = new float[values.length];
      new WeightedMean(weight).of(new float[][] {values}, 0, values.length, mean, 0);
      for (int i = 0; i < values.length; i++) {
        assertThat(Float.floatToIntBits(mean[i])).isEqualTo(Float.floatToIntBits(values[i]));
      }
    }
  }

  /** Machines with other lanes get the same bits. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void lanesGiveTheBitsOfValues(int count) {
    SplittableRandom random = new SplittableRandom(count);
    float[][] vectors = new float[count][1003];
    long[] weights = new long[count];
    for (int k = 0; k < count; k++) {
      weights[k] = random.nextLong(1, 5000);
      for (int i = 0; i < vectors[k].length; i++) {
        vectors[k][i] = (float) (random.nextDouble(-1, 1) * Math.pow(10, random.nextInt(-30, 30)));
      }
    }
    WeightedMean mean = new WeightedMean(weights);
    float[] expected = new float[1000];
    mean.scalar(vectors, 3, 1000, expected, 0, 0);
    float[] lanes = new float[1000];
    mean.of(vectors, 3, 1000, lanes, 0);
    assertThat(lanes).containsExactly(expected);
    mean.of(vectors, 3, 1000, vectors[0], 3);
    assertThat(java.util.Arrays.copyOfRange(vectors[0], 3, 1003)).containsExactly(expected);
  }

  @Test
  void nothingCannotBeAveraged() {
    assertThatThrownBy(() -> new WeightedMean(0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no weights");
  }
}
