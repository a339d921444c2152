package io.ergodic.models.libtorch;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.natives.NativeLibraries;
import io.ergodic.models.plan.LearnerContract;
import io.ergodic.models.plan.NativeMemory;
import io.ergodic.models.plan.SmallData;
import io.ergodic.models.training.Trainable;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Neither steps nor whole trainings leave native objects to the garbage collector. */
class NativeMemoryTest {
  @BeforeAll
  static void load() {
    NativeLibraries.load(Engine.LIBTORCH);
  }

  private static TrainingContext data(String family) {
    return family.startsWith("cnn") ? SmallData.bars(60, 1) : SmallData.sines(24, 6, 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "patchtst | patch = 8, stride = 4, layers = 2, width = 8, heads = 2, hidden = 16, batch = 16",
        "dlinear | batch = 16",
        "cnn | first = 4, second = 6, hidden = 10, batch = 16, batchNorm = true",
        "cnn | first = 4, hidden = 10, batch = 16, precision = bfloat16, optimiser.name = lion",
      })
  void stepsLossesAndAnswersLeaveNothingBehind(String family, String settings) {
    Trainable.Stepped stepped = LearnerContract.create(family, data(family), settings);
    try (Learner learner = stepped.learner()) {
      // Staging memory grows to the largest batch, and libtorch makes what it makes once.
      LearnerContract.steps(stepped, 0, 8);
      use(stepped);
      int[] step = {8};
      assertThat(
              NativeMemory.leaking(
                  12,
                  () -> {
                    LearnerContract.steps(stepped, step[0], ++step[0]);
                    use(stepped);
                  }))
          .isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"patchtst", "dlinear", "cnn"})
  void aClosedLearnerLeavesNothingBehind(String family) {
    Runnable training =
        () -> {
          Trainable.Stepped stepped = LearnerContract.create(family, data(family), "batch = 16");
          try (Learner learner = stepped.learner()) {
            LearnerContract.steps(stepped, 0, 2);
            use(stepped);
          }
        };
    training.run();
    assertThat(NativeMemory.leaking(3, training)).isZero();
  }

  @Test
  void aTensorOutsideOfEveryScopeIsSeen() {
    List<Tensor> kept = new ArrayList<>();
    assertThat(NativeMemory.leaking(5, () -> kept.add(torch.zeros(3)))).isEqualTo(5);
    assertThat(NativeMemory.leaking(5, () -> torch.zeros(3))).isGreaterThan(2);
    assertThat(
            NativeMemory.leaking(
                5,
                () -> {
                  try (PointerScope scope = new PointerScope()) {
                    torch.zeros(3);
                  }
                }))
        .isZero();
    kept.forEach(Tensor::close);
  }

  /** Everything a learner does beside steps. */
  private static void use(Trainable.Stepped stepped) {
    Learner learner = stepped.learner();
    Batch batch = stepped.stage().batches().batch(0);
    learner.loss(batch);
    learner.writeParameters(LearnerContract.parameters(learner));
    learner.writeState(learner.state());
    LearnerContract.answer(learner.trained(), batch);
  }
}
