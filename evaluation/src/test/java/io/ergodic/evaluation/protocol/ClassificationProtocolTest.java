package io.ergodic.evaluation.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.capability.Classifier;
import io.ergodic.datasets.data.ImageDataset;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.task.Classification;
import io.ergodic.datasets.task.Task;
import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.testing.Datasets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassificationProtocolTest {
  private static final Task TASK = new Classification();
  private final Protocol protocol = Protocol.registry().get("classification", "test");

  /** 600 images of one pixel, class 1 where it is bright; image 7 bears the wrong label. */
  private static ImageDataset pixels() {
    byte[] pixels = new byte[600];
    int[] labels = new int[600];
    for (int i = 0; i < 600; i++) {
      labels[i] = i % 3 == 0 ? 1 : 0;
      pixels[i] = (byte) (labels[i] == 1 ? 200 : 10);
    }
    labels[7] = 1;
    return Datasets.images(2, pixels, labels);
  }

  private record Threshold(int classes, float certainty) implements Classifier {
    @Override
    public void classify(float[] inputs, int count, float[] probabilities) {
      for (int i = 0; i < count; i++) {
        probabilities[2 * i + 1] = inputs[i] > .5f ? certainty : 1 - certainty;
        probabilities[2 * i] = 1 - probabilities[2 * i + 1];
      }
    }
  }

  @Test
  void scoresAllImagesAcrossBatches() {
    Evaluation evaluation =
        protocol.evaluate(new Threshold(2, 1), pixels(), TASK, List.of("accuracy"), 1);
    assertThat(evaluation.scores()).containsExactly(Score.of("accuracy", 1, 599 / 600.0));
    assertThat(evaluation.notes()).isEmpty();
    Artefact.Confusion confusion = (Artefact.Confusion) evaluation.artefacts().get(0);
    assertThat(confusion.counts()).isDeepEqualTo(new int[][] {{399, 0}, {1, 200}});
    Artefact.Examples examples = (Artefact.Examples) evaluation.artefacts().get(1);
    assertThat(examples.pixels()).hasDimensions(24, 1);
    assertThat(examples.truth()[0]).isEqualTo(1);
    assertThat(examples.predicted()[0]).isZero();
    assertThat(examples.pixels()[0]).containsExactly(10);
    assertThat(examples.pixels()[1]).containsExactly(200);
  }

  @Test
  void failsForProbabilitiesThatAreNone() {
    Evaluation evaluation =
        protocol.evaluate(new Threshold(2, Float.NaN), pixels(), TASK, List.of("nll"), 1);
    assertThat(evaluation.scores().get(0).status()).isEqualTo(Score.FAILED);
    assertThat(evaluation.scores().get(0).reason()).contains("test example 0");
    assertThat(evaluation.artefacts()).isEmpty();
    assertThat(evaluation.notes()).hasSize(2).allMatch(note -> note.contains("test example 0"));
  }

  /** Energies between 0 and 1 are no probabilities. */
  @Test
  void refusesRowsThatDoNotSumToOne() {
    Classifier energies =
        new Classifier() {
          @Override
          public int classes() {
            return 2;
          }

          @Override
          public void classify(float[] inputs, int count, float[] probabilities) {
            java.util.Arrays.fill(probabilities, 0, 2 * count, 0.6f);
          }
        };
    Score score =
        protocol.evaluate(energies, pixels(), TASK, List.of("accuracy"), 1).scores().get(0);
    assertThat(score.failed()).isTrue();
    assertThat(score.reason()).contains("test example 0 sum to 1.2");
  }

  @Test
  void hasNoFloorAndWantsImages() {
    assertThat(protocol.floor(pixels(), TASK, List.of("nll"), 1)).isEmpty();
    double[] line = {1, 2, 3};
    assertThatThrownBy(
            () ->
                protocol.check(
                    Datasets.series(1, 0, 1, Map.of(), line, line), TASK, List.of("nll")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("series");
  }
}
