package io.ergodic.datasets.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {
  /** Four examples with a field of every type, every value its own. */
  private static Batch four() {
    Batch batch =
        Batch.of(4)
            .addFloats(Batch.INPUT, 2)
            .addInts(Batch.TARGET)
            .put(
                "pixels",
                new Field.Bytes(new byte[] {0, 1, 2, 10, 11, 12, 20, 21, 22, 30, 31, 32}, 3));
    for (int i = 0; i < 4; i++) {
      batch.floats(Batch.INPUT)[2 * i] = i;
      batch.floats(Batch.INPUT)[2 * i + 1] = i + 0.5f;
      batch.ints(Batch.TARGET)[i] = 100 + i;
      batch.examples()[i] = 7 * i;
    }
    return batch;
  }

  @Test
  void aPartIsACopyOfItsExamples() {
    Batch whole = four();
    Batch part = whole.part(1, 3);
    assertThat(part.count()).isEqualTo(2);
    assertThat(part.capacity()).isEqualTo(2);
    assertThat(part.examples()).containsExactly(7, 14);
    assertThat(part.names()).containsExactly(Batch.INPUT, Batch.TARGET, "pixels");
    assertThat(part.floats(Batch.INPUT)).containsExactly(1, 1.5f, 2, 2.5f);
    assertThat(part.shape(Batch.INPUT)).containsExactly(2);
    assertThat(part.ints(Batch.TARGET)).containsExactly(101, 102);
    assertThat(part.bytes("pixels")).containsExactly(10, 11, 12, 20, 21, 22);
    part.ints(Batch.TARGET)[0] = 0;
    assertThat(whole.ints(Batch.TARGET)[1]).isEqualTo(101);
  }

  @Test
  void examplesAreNumberedUntilSomebodySaysWhichTheyAre() {
    assertThat(Batch.of(3).examples()).containsExactly(0, 1, 2);
  }

  @Test
  void fieldsAreThereByName() {
    assertThat(four().has(Batch.INPUT)).isTrue();
    assertThat(four().has(Batch.MASK)).isFalse();
    assertThatThrownBy(() -> four().field(Batch.MASK)).hasMessageContaining("has no mask");
  }

  @Test
  void aBatchHasAsManyExamplesAsItHasRoomForAtMost() {
    assertThat(four().resize(0).count()).isZero();
    assertThat(four().resize(4).count()).isEqualTo(4);
    assertThatThrownBy(() -> four().resize(5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> four().resize(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatNoArrayHoldsIsRefused() {
    assertThatThrownBy(() -> Batch.of(1 << 16).addFloats(Batch.INPUT, 1 << 8, 1 << 8))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("65536 examples of [256, 256] values (input)")
        .hasMessageContaining("make batch smaller");
  }

  @Test
  void transformsFollowOneAnotherAndKnowTheEpoch() {
    BatchSampler batches =
        new BatchSampler() {
          @Override
          public int batchesPerEpoch() {
            return 3;
          }

          @Override
          public Batch batch(long step) {
            return four();
          }
        };
    List<String> calls = new ArrayList<>();
    Transformed transformed =
        new Transformed(
            batches,
            List.of(
                (batch, epoch, seed) -> calls.add("first " + epoch + " " + seed),
                (batch, epoch, seed) -> batch.ints(Batch.TARGET)[0] = 5),
            11);
    assertThat(transformed.batchesPerEpoch()).isEqualTo(3);
    assertThat(transformed.batch(7).ints(Batch.TARGET)).startsWith(5, 101);
    assertThat(calls).containsExactly("first 2 11");
  }
}
