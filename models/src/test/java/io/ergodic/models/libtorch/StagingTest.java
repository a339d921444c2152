package io.ergodic.models.libtorch;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.LabelledImages;
import io.ergodic.datasets.batch.Sequential;
import io.ergodic.datasets.data.Images;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.scale.Scaler;
import io.ergodic.models.device.Device;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.plan.LearnerContract;
import io.ergodic.models.plan.SmallData;
import io.ergodic.models.training.Trainable;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;

/** Pixels that cross as bytes are the values that would have crossed as floats. */
class StagingTest {
  private static final int COUNT = 5;

  private static LabelledImages colours(int seed) {
    byte[] pixels = new byte[COUNT * 4 * 3 * 2];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i * 37 + seed);
    }
    Scaler scaler = new Scaler(new double[] {0.1, 0.7}, new double[] {0.3, seed});
    return new LabelledImages(new Images(4, 3, 2, pixels, new int[COUNT]), scaler);
  }

  @Test
  void bytesBecomeTheSameValues() {
    try (Staging staging = new Staging(Device.CPU)) {
      // Twice, each time with other values of the bytes and batches of two sizes.
      for (int seed = 1; seed <= 2; seed++) {
        LabelledImages images = colours(seed);
        for (Batch batch : new Sequential(images.compact(), 3)) {
          float[] expected = new float[batch.count() * 24];
          for (int k = 0; k < batch.count(); k++) {
            images.copy((int) batch.examples()[k], expected, k * 24);
          }
          float[] values = new float[expected.length];
          try (PointerScope scope = new PointerScope()) {
            staging
                .values(batch, Batch.INPUT, batch.count(), 2, 4, 3)
                .contiguous()
                .data_ptr_float()
                .get(values);
          }
          assertThat(values).containsExactly(expected);
        }
      }
    }
  }

  @Test
  void aNetworkLearnsTheSameFromBytes() {
    var context = SmallData.bars(60, 1);
    Trainable.Stepped trainable = LearnerContract.create("cnn", context, "dropout = 0");
    try (Learner learner = trainable.learner()) {
      Batch floats = new Sequential(context.examples(Split.TRAIN), 16).iterator().next();
      Batch bytes = new Sequential(context.examples(Split.TRAIN).compact(), 16).iterator().next();
      assertThat(learner.loss(bytes)).isEqualTo(learner.loss(floats)).isPositive();
    }
  }
}
