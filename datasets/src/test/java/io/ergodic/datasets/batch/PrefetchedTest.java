package io.ergodic.datasets.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrefetchedTest {
  /** Batches that hold their step, in memory used over and over. */
  private static final class Steps implements BatchSampler {
    private final Batch batch = Batch.of(1).addFloats(Batch.INPUT, 1);
    private final List<Long> asked;

    Steps(List<Long> asked) {
      this.asked = asked;
    }

    @Override
    public int batchesPerEpoch() {
      return 5;
    }

    @Override
    public Batch batch(long step) {
      asked.add(step);
      if (step == 13) {
        throw new IllegalStateException("step 13");
      }
      batch.floats(Batch.INPUT)[0] = step;
      return batch;
    }
  }

  @Test
  void givesTheBatchOfEveryStepInOrderAndOutOfIt() throws InterruptedException {
    Prefetched batches =
        new Prefetched(() -> new Steps(Collections.synchronizedList(new ArrayList<>())));
    assertThat(batches.batchesPerEpoch()).isEqualTo(5);
    for (long step : new long[] {0, 1, 2, 3, 7, 8, 8, 2, 3, 4, 100, 101}) {
      Batch batch = batches.batch(step);
      Thread.sleep(2);
      assertThat(batch.floats(Batch.INPUT)[0]).isEqualTo(step);
    }
  }

  @Test
  void everyBatchIsMadeOnceWhenTheyAreTakenInOrder() {
    List<Long> asked = Collections.synchronizedList(new ArrayList<>());
    Prefetched batches = new Prefetched(() -> new Steps(asked), Runnable::run);
    for (long step = 0; step < 6; step++) {
      assertThat(batches.batch(step).floats(Batch.INPUT)[0]).isEqualTo(step);
    }
    assertThat(asked).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
  }

  @Test
  void aFailureIsThatOfTheStepItBelongsTo() {
    Prefetched batches =
        new Prefetched(() -> new Steps(Collections.synchronizedList(new ArrayList<>())));
    assertThat(batches.batch(12).floats(Batch.INPUT)[0]).isEqualTo(12);
    assertThatThrownBy(() -> batches.batch(13)).hasMessage("step 13");
    assertThat(batches.batch(14).floats(Batch.INPUT)[0]).isEqualTo(14);
    assertThat(batches.batch(15).floats(Batch.INPUT)[0]).isEqualTo(15);
  }
}
