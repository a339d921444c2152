package io.ergodic.datasets.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.data.Images;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.scale.Scaler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchSamplersTest {
  private static final int IMAGES = 23;
  private final Windows windows = new Windows(List.of(series(10), series(15)), 2);
  private final ImagePixels pixels = images(IMAGES);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 10, 1000})
  void permutesEveryIndexOnce(int count) {
    Permutation permutation = new Permutation(count, 5);
    for (long epoch = 0; epoch < 5; epoch++) {
      assertThat(permutation.of(epoch).clone())
          .containsExactlyInAnyOrder(IntStream.range(0, count).toArray());
    }
  }

  @Test
  void shufflesEveryEpochAnewAndRepeatably() {
    int[] first = new Permutation(1000, 5).of(0).clone();
    Permutation again = new Permutation(1000, 5);

    assertThat(again.of(1)).isNotEqualTo(first);
    assertThat(again.of(0)).isEqualTo(first);
    assertThat(new Permutation(1000, 6).of(0)).isNotEqualTo(first);
  }

  @Test
  void drawsAllOrdersOfThree() {
    Set<List<Integer>> orders = new HashSet<>();
    Permutation permutation = new Permutation(3, 1);
    for (long epoch = 0; epoch < 200; epoch++) {
      orders.add(Arrays.stream(permutation.of(epoch)).boxed().toList());
    }
    assertThat(orders).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 22, 23, 100})
  void coversEveryWindowOnceAnEpoch(int size) {
    ShuffledWindows sampler = new ShuffledWindows(windows, size, 3);
    for (int epoch = 0; epoch < 2; epoch++) {
      List<Integer> seen = new ArrayList<>();
      for (int i = 0; i < sampler.batchesPerEpoch(); i++) {
        collect(sampler.batch((long) epoch * sampler.batchesPerEpoch() + i), seen);
      }
      assertThat(seen).containsExactlyInAnyOrderElementsOf(allWindows());
    }
  }

  @Test
  void goesThroughWindowsInOrder() {
    List<Integer> seen = new ArrayList<>();
    new SequentialWindows(windows, 4).forEach(batch -> collect(batch, seen));
    assertThat(seen).isEqualTo(allWindows());

    seen.clear();
    new SequentialWindows(windows, 4, 5).forEach(batch -> collect(batch, seen));
    assertThat(seen).isEqualTo(IntStream.of(0, 5, 10, 15, 20).mapToObj(allWindows()::get).toList());
  }

  @Test
  void drawsRandomWindowsFromTheStepAlone() {
    RandomWindows sampler = new RandomWindows(windows, 500, 10, 3);
    List<Integer> first = collect(sampler.batch(7), new ArrayList<>());
    sampler.batch(8);

    assertThat(collect(sampler.batch(7), new ArrayList<>())).isEqualTo(first);
    assertThat(collect(sampler.batch(8), new ArrayList<>())).isNotEqualTo(first);
    assertThat(new HashSet<>(first)).isEqualTo(new HashSet<>(allWindows()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 23, 100})
  void coversEveryImageOnceAnEpoch(int size) {
    ShuffledImages sampler = new ShuffledImages(pixels, size, 3);
    List<Integer> seen = new ArrayList<>();
    for (int i = 0; i < sampler.batchesPerEpoch(); i++) {
      collect(sampler.batch(sampler.batchesPerEpoch() + i), seen);
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(range(IMAGES));

    seen.clear();
    new SequentialImages(pixels, size).forEach(batch -> collect(batch, seen));
    assertThat(seen).isEqualTo(range(IMAGES));
  }

  @Test
  void putsChannelsFirstAndStandardises() {
    // two pixels of two channels
    byte[] stored = {0, (byte) 255, 51, (byte) 102};
    Images image = new Images(1, 2, 2, stored, new int[] {0});
    ImagePixels pixels =
        new ImagePixels(image, new Scaler(new double[] {0.5, 0}, new double[] {0.5, 1}));
    float[] values = new float[4];
    pixels.copy(0, values, 0);

    assertThat(values).containsExactly(-1f, -0.6f, 1f, 0.4f);
  }

  private static List<Integer> collect(Batch batch, List<Integer> seen) {
    for (int i = 0; i < batch.count(); i++) {
      if (batch instanceof Batch.Sequences sequences) {
        assertThat(sequences.values()[2 * i + 1]).isEqualTo(sequences.values()[2 * i] + 1);
        seen.add((int) sequences.values()[2 * i]);
      } else if (batch instanceof Batch.LabelledImages images) {
        assertThat(images.pixels()[i]).isEqualTo(images.labels()[i]);
        seen.add(images.labels()[i]);
      }
    }
    return seen;
  }

  private static List<Integer> allWindows() {
    return IntStream.concat(IntStream.range(1000, 1009), IntStream.range(1500, 1514))
        .boxed()
        .toList();
  }

  private static List<Integer> range(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  /** Rows counting up from 100 times their number. */
  private static Series series(int rows) {
    double[] values = new double[rows];
    Arrays.setAll(values, i -> 100 * rows + i);
    return new Series("" + rows, 0, 1, 1, values);
  }

  /** Images of one pixel whose value, unscaled, is their label and their index. */
  private static ImagePixels images(int count) {
    byte[] values = new byte[count];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      values[i] = (byte) i;
      labels[i] = i;
    }
    return new ImagePixels(
        new Images(1, 1, 1, values, labels), new Scaler(new double[1], new double[] {1 / 255.0}));
  }
}
