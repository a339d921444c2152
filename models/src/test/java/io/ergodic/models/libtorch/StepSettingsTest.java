package io.ergodic.models.libtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Classifier;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.Resources;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.Restored;
import io.ergodic.models.learner.Segment;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.learner.Weights;
import io.ergodic.models.plan.LearnerContract;
import io.ergodic.models.plan.NativeMemory;
import io.ergodic.models.plan.SmallData;
import io.ergodic.models.training.Trainable;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batches in parts, and evaluation by averaged weights. */
class StepSettingsTest {
  private static final String SMALL = "first = 4, second = 6, hidden = 10, batch = 16";
  private static final String STILL = SMALL + ", dropout = 0, optimiser.name = sgd";

  private static Trainable.Stepped cnn(String settings) {
    return LearnerContract.create("cnn", SmallData.bars(60, 1), settings);
  }

  private static Trainable.Stepped backbone(String settings) {
    return LearnerContract.create(
        "backbone",
        SmallData.bars(60, 1),
        "stem { kind = patch, size = 4, width = 8 }, stages.1 { token { kind = attention, heads = 2"
            + " }, channel = mlp }, batch = 16, labelSmoothing = 0.1, "
            + settings);
  }

  /** Parts of 16 in 3 are of 5, 5 and 6 examples, the last batch of an epoch is of 12. */
  @ParameterizedTest
  @CsvSource({"3, 4", "16, 1", "1000, 1", "2, 4"})
  void partsOfABatchMakeTheStepOfTheWhole(int parts, int steps) {
    Trainable.Stepped whole = cnn(STILL);
    Trainable.Stepped cut = cnn(STILL + ", accumulate = " + parts);
    try (Learner one = whole.learner();
        Learner other = cut.learner()) {
      for (int step = 0; step < steps; step++) {
        StepContext context = new StepContext(step, 0, step);
        double loss = one.step(whole.stage().batches().batch(step), context);
        assertThat(other.step(cut.stage().batches().batch(step), context))
            .isCloseTo(loss, within(1e-6));
      }
      assertThat(LearnerContract.parameters(other))
          .containsExactly(LearnerContract.parameters(one), within(1e-6f));
    }
  }

  @Test
  void partsOfNetworksOfBlocksToo() {
    Trainable.Stepped whole = backbone("optimiser.clipNorm = 0.1");
    Trainable.Stepped cut = backbone("optimiser.clipNorm = 0.1, accumulate = 3");
    try (Learner one = whole.learner();
        Learner other = cut.learner()) {
      LearnerContract.steps(whole, 0, 1);
      LearnerContract.steps(cut, 0, 1);
      // Adam's second moments are the squares of the gradients, which the first step makes visible.
      assertThat(other.state()).containsExactly(one.state(), within(1e-6f));
    }
  }

  @Test
  void bothResumeExactlyAndLeaveNothingBehind() {
    String both = SMALL + ", batchNorm = true, accumulate = 3, ema { decay = 0.9 }";
    LearnerContract.resumesExactly("cnn", SmallData.bars(60, 1), both);
    Trainable.Stepped stepped = cnn(both);
    try (Learner learner = stepped.learner()) {
      LearnerContract.steps(stepped, 0, 8);
      int[] step = {8};
      assertThat(NativeMemory.leaking(8, () -> LearnerContract.steps(stepped, step[0], ++step[0])))
          .isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void theAverageFollowsTheWeightsAndIsWhatIsEvaluated(boolean warmup) {
    String plain = SMALL + ", batchNorm = true";
    String settings = plain + ", ema { decay = 0.4, warmup = " + warmup + " }";
    Trainable.Stepped stepped = cnn(settings);
    Trainable.Stepped other = cnn(plain);
    try (Learner learner = stepped.learner();
        Learner last = other.learner()) {
      int count = last.parameterCount();
      assertThat(learner.parameterCount()).isEqualTo(2 * count);
      assertThat(learner.trainableCount()).isEqualTo(last.trainableCount());
      double[] expected = new double[count];
      for (int step = 0; step < 6; step++) {
        LearnerContract.steps(stepped, step, step + 1);
        LearnerContract.steps(other, step, step + 1);
        float[] now = LearnerContract.parameters(last);
        assertThat(Arrays.copyOf(LearnerContract.parameters(learner), count)).isEqualTo(now);
        double kept = warmup ? Math.min(0.4, (1.0 + step) / (10.0 + step)) : 0.4;
        for (int i = 0; i < count; i++) {
          expected[i] = step == 0 ? now[i] : kept * expected[i] + (1 - kept) * now[i];
        }
      }
      float[] all = LearnerContract.parameters(learner);
      float[] average = Arrays.copyOfRange(all, count, 2 * count);
      for (int i = 0; i < count; i++) {
        assertThat((double) average[i]).isCloseTo(expected[i], within(1e-5));
      }
      Batch batch = stepped.stage().batches().batch(0);
      double unaveraged = last.loss(batch);
      last.writeParameters(average);
      assertThat(learner.loss(batch)).isEqualTo(last.loss(batch)).isNotEqualTo(unaveraged);
      assertThat(answer(learner, batch)).isEqualTo(answer(last, batch));
      try (Restored restored = restored(settings, Weights.of(learner))) {
        assertThat(answer(restored.model(), batch)).isEqualTo(answer(last, batch));
      }
    }
  }

  private static Restored restored(String settings, Weights weights) {
    return ModelFamily.registry()
        .get("cnn", "test")
        .create(SmallData.bars(60, 1).model(), Settings.parse(settings, "test"))
        .restore(weights, Resources.ONE_CORE);
  }

  private static float[] answer(Learner learner, Batch batch) {
    return answer(learner.trained(), batch);
  }

  private static float[] answer(Capability model, Batch batch) {
    float[] probabilities = new float[batch.count() * 3];
    ((Classifier) model).classify(batch.floats(Batch.INPUT), batch.count(), probabilities);
    return probabilities;
  }

  @Test
  void theAverageIsPartOfTheVectorUnderNamesOfItsOwn() {
    try (Learner learner = backbone("ema.decay = 0.99").learner()) {
      int half = learner.segments().size() / 2;
      assertThat(IntStream.range(0, half))
          .allSatisfy(
              i -> {
                Segment own = learner.segments().get(i);
                Segment average = learner.segments().get(half + i);
                assertThat(average.name()).isEqualTo("ema." + own.name());
                assertThat(average.shape()).isEqualTo(own.shape());
                assertThat(average.merge()).isEqualTo(own.merge());
              });
    }
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> cnn("ema.decay = 1")).hasMessageContaining("test.ema.decay");
    assertThatThrownBy(() -> cnn("ema.dekay = 0.9")).hasMessageContaining("decay");
    assertThatThrownBy(() -> cnn("accumulate = 0")).hasMessageContaining("test.accumulate");
  }
}
