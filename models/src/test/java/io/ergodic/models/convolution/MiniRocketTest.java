package io.ergodic.models.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.models.regression.LabelledSet;
import org.junit.jupiter.api.Test;

/**
 * Reference: a NumPy implementation of the paper's description that correlates the padded series
 * with each of the 84 kernels directly, in double precision, run for these tests.
 */
class MiniRocketTest {
  private static final int LENGTH = 40;
  private static final int FEATURES = 6 * MiniRocketForm.KERNELS;
  private static final MiniRocketForm FORM = new MiniRocketForm(FEATURES, LENGTH, 1);

  /** Multiples of 1/64, with which sums are exact in any order. */
  private static float[] series(int number) {
    float[] values = new float[LENGTH];
    for (int t = 0; t < LENGTH; t++) {
      double wave = Math.sin(0.31 * t * (1 + 0.2 * number) + number);
      double saw = 0.1 * ((t * 7 + number * 3) % 5 - 2);
      values[t] = (float) (Math.rint((wave + saw) * 64) / 64);
    }
    return values;
  }

  private static double[] kept() {
    LabelledSet training = new LabelledSet(LENGTH, set -> new double[0], 0);
    Batch batch = Batch.of(1).addFloats(Batch.INPUT, LENGTH, 1).addInts(Batch.TARGET);
    System.arraycopy(series(0), 0, batch.floats(Batch.INPUT), 0, LENGTH);
    batch.resize(1);
    training.accumulate(batch);
    return FORM.draw(training, 5);
  }

  @Test
  void thresholdsAndSharesAreThoseOfTheDescription() {
    double[] kept = kept();
    int[] looked = {0, 1, 2, 100, 250, 400, 503};
    double[] thresholds = {
      2.269893, -4.016776, 6.131402, -0.3457537, -6.459245, 5.778186, -0.8500353
    };
    double[] shares = {0.4, 0.675, 0.175, 0.5625, 0.78125, 0.15, 0.625};
    float[] features = new float[FEATURES];
    FORM.transform(kept).features(series(1), 0, features);
    for (int i = 0; i < looked.length; i++) {
      assertThat(kept[2 + looked[i]]).isCloseTo(thresholds[i], within(1e-5));
      assertThat(features[looked[i]]).isCloseTo((float) shares[i], within(1e-6f));
    }
    double sum = 0;
    double weighted = 0;
    for (int f = 0; f < FEATURES; f++) {
      sum += features[f];
      weighted += (double) f * features[f];
    }
    assertThat(sum).isCloseTo(251.0, within(1e-4));
    assertThat(weighted).isCloseTo(63142.0375, within(1e-2));
  }

  @Test
  void dilationsShareTheFeatures() {
    Dilations few = Dilations.of(40, 6);
    assertThat(few.sizes()).containsExactly(1, 2, 3, 4);
    assertThat(few.features()).containsExactly(3, 1, 1, 1);
    Dilations many = Dilations.of(427, 119);
    assertThat(many.sizes()).hasSize(22).startsWith(1, 2, 3).endsWith(41, 46, 53);
    assertThat(many.features()).startsWith(23, 12, 8, 8, 4, 8).endsWith(3, 3);
    assertThat(java.util.stream.IntStream.of(many.features()).sum()).isEqualTo(119);
    // Too short for any kernel.
    assertThat(Dilations.of(5, 6).sizes()).containsExactly(1);
  }

  @Test
  void aShortSeriesHasFeatures() {
    MiniRocketForm form = new MiniRocketForm(168, 5, 2);
    float[] features = new float[168];
    form.transform(new double[form.kept()]).features(new float[10], 0, features);
    assertThat(features).containsOnly(0);
  }
}
