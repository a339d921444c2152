package io.ergodic.datasets.source;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import org.junit.jupiter.api.Test;

class HeapRoomTest {
  @Test
  void whatDoesNotFitIsRefusedWithWhatToDo() {
    assertThatCode(() -> HeapRoom.need("datasets.a", "it takes", 1.5e9, "less", 2e9))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> HeapRoom.need("datasets.a", "it takes", 1.7e9, "take less", 2e9))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "datasets.a: it takes 1.7 GB at once, and a process has a heap of 2.0 GB; take less, or"
                + " give it more (--driver-memory of a local run, --executor-memory of a cluster)");
  }
}
