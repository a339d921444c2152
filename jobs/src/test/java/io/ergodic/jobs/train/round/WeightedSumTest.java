package io.ergodic.jobs.train.round;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WeightedSumTest {
  @Test
  void weighsByExamples() {
    WeightedSum sum = new WeightedSum(2);
    sum.add(new float[] {1, 10}, 0, 3);
    sum.add(new float[] {99, 5, -10}, 1, 1);
    float[] mean = new float[3];
    sum.mean(mean, 1);
    assertThat(mean).containsExactly(0, 2, 5);
  }

  @Test
  void oneVectorComesBackToTheBit() {
    float[] values = {
      -0f, 0f, 1f / 3, Float.MIN_VALUE, Float.MAX_VALUE, Float.NaN, (float) Math.PI, -1e-38f
    };
    for (long weight : new long[] {1, 3, 7, 16, (1L << 29) - 1}) {
      WeightedSum sum = new WeightedSum(values.length);
      sum.add(values, 0, weight);
      float[] mean = new float[values.length];
      sum.mean(mean, 0);
      for (int i = 0; i < values.length; i++) {
        assertThat(Float.floatToIntBits(mean[i])).isEqualTo(Float.floatToIntBits(values[i]));
      }
    }
  }
}
