package io.ergodic.datasets.batch.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Kinds;
import io.ergodic.datasets.settings.Settings;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AugmentationTest {
  /** Pictures of 2 x 3 x 4 whose values count up from 1, the examples from 10. */
  private static Batch pictures(int... examples) {
    int size = 2 * 3 * 4;
    float[] values = new float[examples.length * size];
    int[] labels = new int[examples.length];
    Batch batch = Batch.of(examples.length);
    for (int i = 0; i < examples.length; i++) {
      batch.examples()[i] = examples[i];
      labels[i] = examples[i];
      for (int k = 0; k < size; k++) {
        values[i * size + k] = 1 + k + 100 * examples[i];
      }
    }
    return batch.put(Batch.INPUT, values, 2, 3, 4).put(Batch.TARGET, labels);
  }

  private static float[] first(Batch batch) {
    return Arrays.copyOf(batch.floats(Batch.INPUT), batch.field(Batch.INPUT).size());
  }

  private static Augmentation of(String text) {
    return Kinds.read(Augmentation.class, Settings.parse(text, "augment"));
  }

  static String[] names() {
    return Kinds.of(Augmentation.class).all().stream()
        .map(Kind::name)
        .filter(name -> !name.equals("mixup") && !name.equals("cutmix"))
        .toArray(String[]::new);
  }

  /** Whatever batch an example comes in, and whoever asked before. */
  @ParameterizedTest
  @MethodSource("names")
  void drawsFollowFromSeedExampleAndEpochAlone(String name) {
    // A square of the default size would blank all of so small a picture.
    Augmentation augmentation = of("kind = " + name + (name.equals("cutout") ? ", size = 1" : ""));
    boolean series = !Arrays.asList("flip", "shift", "cutout", "rand-augment").contains(name);
    boolean differs = false;
    for (int example = 0; example < 30; example++) {
      float[] alone = change(augmentation, series, 3, 7, example);
      int size = alone.length;
      float[] together = change(augmentation, series, 3, 7, 5, example);
      assertThat(Arrays.copyOfRange(together, size, 2 * size)).containsExactly(alone);
      differs |= !Arrays.equals(alone, change(augmentation, series, 4, 7, example));
      differs |= !Arrays.equals(alone, change(augmentation, series, 3, 8, example));
    }
    assertThat(differs).isTrue();
  }

  private static float[] change(
      Augmentation augmentation, boolean series, long epoch, long seed, int... examples) {
    Batch batch = pictures(examples);
    if (series) {
      batch.put(Batch.INPUT, batch.floats(Batch.INPUT), 8, 3);
    }
    augmentation.apply(batch, epoch, seed);
    return batch.floats(Batch.INPUT);
  }

  @Test
  void flipMirrorsEveryRowOfEveryChannel() {
    Batch batch = pictures(0);
    of("kind = flip, probability = 1").apply(batch, 0, 1);
    assertThat(first(batch)).startsWith(4, 3, 2, 1, 8, 7, 6, 5, 12, 11, 10, 9, 16, 15, 14, 13);
    Batch still = pictures(0);
    of("kind = flip, probability = 0").apply(still, 0, 1);
    assertThat(first(still)).startsWith(1, 2, 3, 4);
  }

  @Test
  void aMoveBringsZeroInFromOutside() {
    float[] values = first(pictures(0));
    Shift.move(values, 0, new int[] {2, 3, 4}, 1, -1);
    assertThat(values).startsWith(0, 0, 0, 0, 2, 3, 4, 0, 6, 7, 8, 0, 0, 0, 0, 0, 14, 15, 16, 0);
    values = first(pictures(0));
    Shift.move(values, 0, new int[] {2, 3, 4}, -2, 2);
    assertThat(values).startsWith(0, 0, 9, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 21, 22);
  }

  @Test
  void cutoutBlanksASquareInAllChannels() {
    Batch batch = pictures(0);
    of("kind = cutout, size = 2").apply(batch, 0, 3);
    float[] values = first(batch);
    int[] blank = IntStream.range(0, 12).filter(i -> values[i] == 0).toArray();
    assertThat(blank.length).isBetween(1, 4);
    for (int i : blank) {
      assertThat(values[12 + i]).isZero();
    }
  }

  @Test
  void mixupMixesInputsAndNamesBothLabels() {
    Batch batch = pictures(1, 2, 3);
    of("kind = mixup, alpha = 1").apply(batch, 0, 5);
    float share = batch.floats(Mixing.SHARE)[0];
    assertThat(share).isBetween(0f, 1f);
    for (int i = 0; i < 3; i++) {
      int own = batch.ints(Batch.TARGET)[i];
      int other = batch.ints(Mixing.OTHER)[i];
      assertThat(other).isNotEqualTo(own);
      assertThat(batch.floats(Batch.INPUT)[24 * i])
          .isCloseTo(1 + 100 * (share * own + (1 - share) * other), within(1e-3f));
    }
  }

  @Test
  void cutmixTakesAsMuchOfTheLabelAsOfThePicture() {
    boolean mixed = false;
    for (int seed = 0; seed < 10; seed++) {
      Batch batch = pictures(1, 2);
      of("kind = cutmix").apply(batch, 0, seed);
      float[] values = batch.floats(Batch.INPUT);
      long own = IntStream.range(0, 24).filter(k -> values[k] < 200).count();
      assertThat(own / 24.0).isCloseTo(batch.floats(Mixing.SHARE)[0], within(1e-6));
      mixed |= own < 24;
    }
    assertThat(mixed).isTrue();
  }

  @Test
  void betaHasItsMeanAndVariance() {
    var random = new java.util.SplittableRandom(3);
    for (double alpha : new double[] {0.2, 1, 4}) {
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < 40_000; i++) {
        double draw = Mixing.beta(alpha, random) - 0.5;
        sum += draw;
        squares += draw * draw;
      }
      assertThat(sum / 40_000).isCloseTo(0, within(0.01));
      assertThat(squares / 40_000).isCloseTo(1 / (4 * (2 * alpha + 1)), within(0.004));
    }
  }

  @Test
  void aQuarterTurnAndAWholePixelMoveAreExact() {
    float[] square = {1, 2, 3, 4};
    Warp.turn(Math.PI / 2).apply(square, 0, new int[] {1, 2, 2});
    assertThat(square).containsExactly(new float[] {3, 1, 4, 2}, within(1e-5f));
    float[] moved = {1, 2, 3, 4};
    Warp.move(1, 0).apply(moved, 0, new int[] {1, 2, 2});
    assertThat(moved).containsExactly(0, 1, 0, 3);
  }

  @Test
  void stretchedSeriesKeepStraightLinesStraight() {
    Batch batch = Batch.of(1).put(Batch.INPUT, new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 10, 1);
    of("kind = stretch, share = 0.5").apply(batch, 0, 1);
    float[] values = batch.floats(Batch.INPUT);
    float step = values[1] - values[0];
    assertThat(step).isCloseTo(4 / 9f, within(1e-5f));
    for (int i = 1; i < 10; i++) {
      assertThat(values[i] - values[i - 1]).isCloseTo(step, within(1e-5f));
    }
  }
}
