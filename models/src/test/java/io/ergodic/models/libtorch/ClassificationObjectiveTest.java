package io.ergodic.models.libtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.transform.Mixing;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.block.Flatten;
import io.ergodic.models.block.Pass;
import io.ergodic.models.device.Device;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;

/** The logits are the three values of an example themselves, so that losses are known by hand. */
class ClassificationObjectiveTest {
  private static final float[] LOGITS = {1, 2, 4, 0, 3, -1};

  private static Batch batch() {
    return Batch.of(2).put(Batch.INPUT, LOGITS, 3, 1, 1).put(Batch.TARGET, new int[] {2, 0});
  }

  private static double loss(Batch batch, double smoothing, boolean training) {
    ClassificationObjective objective =
        new ClassificationObjective(new Flatten(1), new Port(Port.IMAGE, 3, 1, 1), 3, smoothing);
    try (PointerScope scope = new PointerScope();
        Staging staging = new Staging(Device.CPU)) {
      return objective.loss(batch, staging, new Pass(training, null)).item_double();
    }
  }

  private static double logProbability(int example, int label) {
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      sum += Math.exp(LOGITS[3 * example + c]);
    }
    return LOGITS[3 * example + label] - Math.log(sum);
  }

  @Test
  void theLabelIsSmoothedInTrainingAlone() {
    double plain = -(logProbability(0, 2) + logProbability(1, 0)) / 2;
    double uniform = 0;
    for (int c = 0; c < 3; c++) {
      uniform -= (logProbability(0, c) + logProbability(1, c)) / 6;
    }
    assertThat(loss(batch(), 0, true)).isCloseTo(plain, within(1e-6));
    assertThat(loss(batch(), 0.3, true)).isCloseTo(0.7 * plain + 0.3 * uniform, within(1e-6));
    assertThat(loss(batch(), 0.3, false)).isCloseTo(plain, within(1e-6));
  }

  @Test
  void mixedExamplesCountByTheirShares() {
    Batch mixed = batch().put(Mixing.OTHER, new int[] {0, 1});
    mixed.put(Mixing.SHARE, new float[] {0.25f, 0.5f});
    double expected =
        -(0.25 * logProbability(0, 2)
                + 0.75 * logProbability(0, 0)
                + 0.5 * logProbability(1, 0)
                + 0.5 * logProbability(1, 1))
            / 2;
    assertThat(loss(mixed, 0, true)).isCloseTo(expected, within(1e-6));
  }
}
