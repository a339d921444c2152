package io.ergodic.datasets.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.data.Images;
import io.ergodic.datasets.scale.Scaler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageBatchTest {
  private static final Scaler SCALER = new Scaler(new double[] {0, 1}, new double[] {1, 0.5});

  /** Five images of 1 x 2 pixels and 2 channels; the first byte is the image's number. */
  private static LabelledImages five() {
    byte[] pixels = new byte[20];
    for (int i = 0; i < 5; i++) {
      pixels[4 * i] = (byte) (51 * i);
      pixels[4 * i + 1] = (byte) 255;
      pixels[4 * i + 3] = (byte) 0;
    }
    return new LabelledImages(new Images(1, 2, 2, pixels, new int[] {0, 1, 2, 3, 4}), SCALER);
  }

  @Test
  void pixelsBecomeChannelsFirstAndStandardised() {
    float[] target = new float[5];
    five().copy(4, target, 1);
    assertThat(target).containsExactly(0, 204 / 255f, 0, 0, -2);
  }

  @Test
  void sequentialBatchesHoldAllInOrder() {
    List<Integer> labels = new ArrayList<>();
    for (Batch batch : new Sequential(five(), 2)) {
      for (int i = 0; i < batch.count(); i++) {
        labels.add(batch.ints(Batch.TARGET)[i]);
        assertThat(batch.examples()[i]).isEqualTo(batch.ints(Batch.TARGET)[i]);
        assertThat(batch.floats(Batch.INPUT)[4 * i]).isEqualTo(batch.ints(Batch.TARGET)[i] / 5f);
      }
    }
    assertThat(labels).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void aShuffledEpochHoldsEveryImageOnce() {
    Shuffled sampler = new Shuffled(five(), 2, 3);
    List<Integer> labels = new ArrayList<>();
    for (int step = 0; step < sampler.batchesPerEpoch(); step++) {
      Batch batch = sampler.batch(step);
      for (int i = 0; i < batch.count(); i++) {
        labels.add(batch.ints(Batch.TARGET)[i]);
        assertThat(batch.examples()[i]).isEqualTo(batch.ints(Batch.TARGET)[i]);
        assertThat(batch.floats(Batch.INPUT)[4 * i]).isEqualTo(batch.ints(Batch.TARGET)[i] / 5f);
      }
    }
    assertThat(labels).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
  }

  @Test
  void imagesOfWrongLengthAreRefused() {
    assertThatThrownBy(() -> new Images(2, 2, 1, new byte[7], new int[2]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void compactBatchesHaveTheSameValues() {
    Shuffled plain = new Shuffled(five(), 2, 3);
    Shuffled compact = new Shuffled(five().compact(), 2, 3);
    for (int step = 0; step < plain.batchesPerEpoch(); step++) {
      Batch bytes = compact.batch(step);
      Batch floats = plain.batch(step);
      assertThat(bytes.field(Batch.INPUT)).isInstanceOf(Field.Pixels.class);
      assertThat(bytes.shape(Batch.INPUT)).containsExactly(2, 1, 2);
      int size = 4 * floats.count();
      assertThat(bytes.floats(Batch.INPUT))
          .containsExactly(Arrays.copyOf(floats.floats(Batch.INPUT), size));
      assertThat(bytes.part(0, 1).floats(Batch.INPUT))
          .containsExactly(Arrays.copyOf(floats.floats(Batch.INPUT), 4));
      assertThat(bytes.ints(Batch.TARGET)).containsExactly(floats.ints(Batch.TARGET));
    }
  }
}
