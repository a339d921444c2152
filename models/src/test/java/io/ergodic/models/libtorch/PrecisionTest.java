package io.ergodic.models.libtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.models.learner.Learner;
import io.ergodic.models.plan.LearnerContract;
import io.ergodic.models.plan.SmallData;
import io.ergodic.models.training.Trainable;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.junit.jupiter.api.Test;

/** libtorch's autocast works on processors as well, slowly, which is what is tested here. */
class PrecisionTest {
  private static final String SMALL = "first = 4, second = 6, hidden = 10, batch = 16";
  private static final String HALF = SMALL + ", precision = bfloat16";

  @Test
  void mixedPrecisionResumesExactly() {
    LearnerContract.resumesExactly("cnn", SmallData.bars(60, 1), HALF);
  }

  /** A bfloat16 has 8 bits of significand: relative errors of 2^-9 a product. */
  @Test
  void lossesDifferByRoundingOnly() {
    double whole = firstLoss(SMALL);
    double half = firstLoss(HALF);
    assertThat(half).isNotEqualTo(whole).isCloseTo(whole, within(0.02 * whole));
  }

  @Test
  void validationIsInFullPrecisionAndNothingStaysSwitchedOn() {
    try (Learner whole = create(SMALL).learner();
        Learner half = create(HALF).learner()) {
      Trainable.Stepped batches = create(SMALL);
      LearnerContract.steps(create(HALF), 0, 1);
      assertThat(torch.is_autocast_enabled(DeviceType.CPU)).isFalse();
      assertThat(half.loss(batches.stage().batches().batch(0)))
          .isEqualTo(whole.loss(batches.stage().batches().batch(0)));
      batches.learner().close();
    }
  }

  private static Trainable.Stepped create(String settings) {
    return LearnerContract.create("cnn", SmallData.bars(60, 1), settings);
  }

  private static double firstLoss(String settings) {
    Trainable.Stepped stepped = create(settings);
    try (Learner learner = stepped.learner()) {
      return learner.step(
          stepped.stage().batches().batch(0), new io.ergodic.models.learner.StepContext(0, 0, 1));
    }
  }
}
