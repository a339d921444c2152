package io.ergodic.models.plan;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.family.Cost;
import org.junit.jupiter.api.Test;

class SteppedModelTest {
  private static final SteppedModel MODEL =
      new SteppedModel(
          StepPlan.read(
              Settings.parse("", "model"),
              new StepPlan.Defaults(1, 4, 1, "{ name = adam, learningRate = 1e-3 }")),
          (seed, optimiser, resources) -> {
            throw new IllegalStateException("a learner is made");
          },
          Cost.NOTHING);

  @Test
  void dataIsLookedAtWithoutMakingALearner() {
    assertThatCode(() -> MODEL.check(SmallData.sines(8, 4, 1))).doesNotThrowAnyException();
    assertThatThrownBy(() -> MODEL.prepare(SmallData.sines(8, 4, 1)))
        .hasMessage("a learner is made");
    assertThatThrownBy(() -> MODEL.check(SmallData.sines(8, 400, 1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("do not fit");
  }
}
