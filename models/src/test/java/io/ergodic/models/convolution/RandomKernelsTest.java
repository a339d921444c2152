package io.ergodic.models.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.models.kernel.PositiveShare;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RandomKernelsTest {
  private static float[] features(int length, int variables, float[] values, long seed) {
    RandomKernels kernels = new RandomKernels(300, length, variables, seed);
    float[] features = new float[kernels.features()];
    kernels.features(values, 0, features);
    return features;
  }

  @Test
  void withoutPaddingKernelsDoNotSeeAConstant() {
    // Weights have mean 0: of a constant only the bias is left, which is in (-1, 1).
    float[] values = new float[50];
    java.util.Arrays.fill(values, 100);
    float[] features = features(50, 1, values, 3);
    int unpadded = 0;
    for (int k = 0; k < 300; k++) {
      float share = features[2 * k + 1];
      if (Math.abs(features[2 * k]) < 1.001 && (share < 0.001 || share > 0.999)) {
        unpadded++;
      }
      assertThat(share).isBetween(0f, 1f);
    }
    assertThat(unpadded).isBetween(110, 190);
  }

  @Test
  void theSeedIsAllThatIsKept() {
    Random random = new Random(1);
    float[] values = new float[3 * 20];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    RocketForm form = new RocketForm(300, 20, 3);
    float[] again = new float[600];
    form.transform(form.draw(null, -7L << 33 | 5)).features(values, 0, again);
    assertThat(again).isEqualTo(features(20, 3, values, -7L << 33 | 5));
    assertThat(again).isNotEqualTo(features(20, 3, values, 6));
    assertThat(features(4, 1, values, 6)).doesNotContain(Float.NEGATIVE_INFINITY, Float.NaN);
  }

  @Test
  void tapsAreSummedInTheirOrderWhateverTheWidth() {
    Random random = new Random(2);
    float[] input = new float[61];
    float[] output = new float[61];
    float[] expected = new float[61];
    for (int i = 0; i < input.length; i++) {
      input[i] = (float) random.nextGaussian();
    }
    for (int tap = 0; tap < 7; tap++) {
      PositiveShare.addTap(0.1f * tap - 0.25f, input, tap, output, 50);
      for (int i = 0; i < 50; i++) {
        expected[i] = Math.fma(0.1f * tap - 0.25f, input[tap + i], expected[i]);
      }
    }
    assertThat(output).isEqualTo(expected);
    int above = 0;
    float greatest = Float.NEGATIVE_INFINITY;
    for (int i = 3; i < 50; i++) {
      above += expected[i] > 0.1f ? 1 : 0;
    }
    for (int i = 0; i < 37; i++) {
      greatest = Math.max(greatest, expected[i]);
    }
    assertThat(PositiveShare.above(output, 3, 50, 0.1f)).isEqualTo(above);
    assertThat(PositiveShare.greatest(output, 37)).isCloseTo(greatest, within(0f));
  }
}
