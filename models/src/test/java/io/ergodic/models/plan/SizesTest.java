package io.ergodic.models.plan;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.family.ModelFamily;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What no vector can hold is refused in a line that names the setting, before it is allocated. */
class SizesTest {
  private static void refused(ThrowingCallable call, String... parts) {
    assertThatThrownBy(call).isInstanceOf(InvalidInputException.class).message().contains(parts);
  }

  private static void described(String settings) {
    ModelFamily.registry()
        .get("cnn", "test")
        .create(SmallData.bars(6, 1).model(), Settings.parse(settings, "test"));
  }

  @Test
  void networksOfMoreParametersThanAVectorHolds() {
    refused(
        () -> described("second = 100000, hidden = 1000000"),
        "hidden.weight [1000000, 400000]",
        "one vector holds 2147483639");
  }

  @Test
  void optimisersOfMoreStateThanAVectorHolds() {
    String large = "second = 300, hidden = 1000000";
    refused(() -> described(large), "optimiser.name: Adam keeps");
    described(large + ", optimiser.name = sgd");
  }

  @Test
  void batchesOfMoreValuesThanAnArrayHolds() {
    refused(
        () -> Batch.of(1 << 20).addFloats(Batch.INPUT, 3, 224, 224),
        "batch: 1048576 examples of [3, 224, 224] values (input)",
        "make batch smaller");
  }
}
