package io.ergodic.models.libtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Classifier;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.plan.LearnerContract;
import io.ergodic.models.plan.SmallData;
import io.ergodic.models.training.Deadline;
import io.ergodic.models.training.EpochLoss;
import io.ergodic.models.training.LocalTrainer;
import io.ergodic.models.training.Trainable;
import io.ergodic.models.training.Trained;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TorchLearnerTest {
  private static final String SMALL_PATCHTST =
      "patch = 8, stride = 4, layers = 2, width = 8, heads = 2, hidden = 16, batch = 16";

  @Test
  void buffersAreResumedExactly() {
    LearnerContract.resumesExactly(
        "cnn",
        SmallData.bars(60, 1),
        "first = 4, second = 6, hidden = 10, batch = 16, batchNorm = true");
  }

  @Test
  void anotherSeedStartsElsewhere() {
    try (Learner one = dLinear(1).learner();
        Learner two = dLinear(2).learner()) {
      assertThat(LearnerContract.parameters(one)).isNotEqualTo(LearnerContract.parameters(two));
    }
  }

  @Test
  void buffersFollowTheTrainedParametersAndMoveWhileTraining() {
    Trainable.Stepped trainable =
        LearnerContract.create(
            "cnn", SmallData.bars(60, 1), "first = 4, second = 6, hidden = 10, batchNorm = true");
    try (Learner learner = trainable.learner()) {
      // Mean and variance of 4 and of 6 channels.
      assertThat(learner.parameterCount() - learner.trainableCount()).isEqualTo(20);
      float[] before = buffers(learner);
      assertThat(before).containsOnly(0f, 1f);
      trainable.learner().loss(trainable.stage().batches().batch(0));
      assertThat(buffers(learner)).isEqualTo(before);
      LearnerContract.steps(trainable, 0, 1);
      assertThat(buffers(learner)).isNotEqualTo(before);
    }
  }

  @Test
  void dLinearLearnsSines() {
    try (Trained trained =
        new LocalTrainer(1, Deadline.none())
            .train(
                LearnerContract.create(
                    "dlinear",
                    SmallData.sines(24, 6, 1),
                    "epochs = 20, optimiser.schedule.name = constant"))) {
      List<EpochLoss> curve = trained.curve();
      // Noise of variance 0.0025 cannot be forecast; the signal's variance is 0.5.
      assertThat(curve.get(curve.size() - 1).validation()).isBetween(0.0025, 0.02);
    }
  }

  @Test
  void patchTstLearnsSines() {
    try (Trained trained =
        new LocalTrainer(1, Deadline.none())
            .train(
                LearnerContract.create(
                    "patchtst",
                    SmallData.sines(24, 6, 1),
                    SMALL_PATCHTST + ", dropout = 0, epochs = 5, optimiser.learningRate = 0.01"))) {
      assertThat(trained.curve().get(4).validation()).isLessThan(0.05);
    }
  }

  @Test
  void convolutionalNetworkLearnsBars() {
    try (Trained trained =
        new LocalTrainer(1, Deadline.none())
            .train(
                LearnerContract.create(
                    "cnn",
                    SmallData.bars(96, 1),
                    "first = 4, second = 8, hidden = 16, dropout = 0, epochs = 8, batch = 16,"
                        + " optimiser.learningRate = 0.01"))) {
      assertThat(trained.curve().get(trained.curve().size() - 1).validation()).isLessThan(0.2);
    }
  }

  @Test
  void forecastsInPartsAsWhole() {
    Trainable.Stepped trainable = dLinear(1);
    try (Learner learner = trainable.learner()) {
      Forecaster forecaster = (Forecaster) learner.trained();
      int count = 300;
      float[] context = new float[count * 24 * 2];
      for (int i = 0; i < context.length; i++) {
        context[i] = (float) Math.sin(i * 0.37);
      }
      float[] all = new float[count * 6 * 2];
      forecaster.forecast(context, count, all);
      float[] one = new float[6 * 2];
      for (int i : new int[] {0, 255, 256, 299}) {
        forecaster.forecast(Arrays.copyOfRange(context, i * 48, (i + 1) * 48), 1, one);
        for (int k = 0; k < 12; k++) {
          assertThat(one[k]).isCloseTo(all[i * 12 + k], within(1e-5f));
        }
      }
    }
  }

  @Test
  void probabilitiesSumToOneAndAgreeWithTheLoss() {
    Trainable.Stepped trainable =
        LearnerContract.create("cnn", SmallData.bars(60, 1), "first = 4, second = 6, hidden = 10");
    try (Learner learner = trainable.learner()) {
      Batch batch = trainable.stage().batches().batch(0);
      float[] probabilities = new float[batch.count() * 3];
      ((Classifier) learner.trained())
          .classify(batch.floats(Batch.INPUT), batch.count(), probabilities);
      double loss = 0;
      for (int i = 0; i < batch.count(); i++) {
        assertThat(probabilities[3 * i] + probabilities[3 * i + 1] + probabilities[3 * i + 2])
            .isCloseTo(1, within(1e-5f));
        loss -= Math.log(probabilities[3 * i + batch.ints(Batch.TARGET)[i]]) / batch.count();
      }
      assertThat(learner.loss(batch)).isCloseTo(loss, within(1e-5));
    }
  }

  @Test
  void refusesWhatItCannotUse() {
    assertThatThrownBy(
            () -> LearnerContract.create("dlinear", SmallData.sines(24, 6, 1), "kernel = 4"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("test.kernel")
        .hasMessageContaining("odd");
    assertThatThrownBy(
            () -> LearnerContract.create("patchtst", SmallData.sines(24, 6, 1), "patches = 4"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("did you mean 'patch'");
    assertThatThrownBy(
            () -> LearnerContract.create("patchtst", SmallData.sines(8, 6, 1), "patch = 9"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("look-back 8");
    assertThatThrownBy(() -> LearnerContract.create("cnn", SmallData.sines(8, 6, 1), ""))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("it is given series[8, 2], but it works with image");
  }

  private static Trainable.Stepped dLinear(long seed) {
    return LearnerContract.create("dlinear", SmallData.sines(24, 6, seed), "kernel = 5");
  }

  private static float[] buffers(Learner learner) {
    float[] all = LearnerContract.parameters(learner);
    return Arrays.copyOfRange(all, learner.trainableCount(), all.length);
  }
}
