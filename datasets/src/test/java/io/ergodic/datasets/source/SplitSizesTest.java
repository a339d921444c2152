package io.ergodic.datasets.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitSizesTest {
  @Test
  void shardsCutTheListAndNothingElse() throws Exception {
    SplitSizes sizes = new SplitSizes(5, 0, 3);
    List<String> whole = new ArrayList<>();
    sizes.produce(0, 1, (split, index) -> whole.add(split.label() + index));
    assertThat(whole)
        .containsExactly(
            "train0", "train1", "train2", "train3", "train4", "test0", "test1", "test2");
    for (int shards = 2; shards <= 8; shards++) {
      List<String> parts = new ArrayList<>();
      for (int shard = 0; shard < shards; shard++) {
        sizes.produce(shard, shards, (split, index) -> parts.add(split.label() + index));
      }
      assertThat(parts).as(shards + " shards").isEqualTo(whole);
    }
  }

  @Test
  void readsWhatIsThereAndRefusesNothingAtAll() {
    SplitSizes usual = new SplitSizes(10, 2, 3);
    assertThat(usual.read(Settings.parse("n { test = 7 }", "d"), "n", 0))
        .isEqualTo(new SplitSizes(10, 2, 7));
    Settings none = Settings.parse("n { train = 0, validation = 0, test = 0 }", "d");
    assertThatThrownBy(() -> usual.read(none, "n", 0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("d.n: all splits are empty");
    assertThatThrownBy(() -> usual.read(none, "n", 1)).hasMessageContaining("d.n.train");
    assertThat(new SplitSizes(900, 60, 41).shards(Settings.empty("d"), 500)).isEqualTo(3);
  }

  @Test
  void sharesAddUpAndGoByLargestRemainder() {
    assertThat(HeldOut.shares(new int[] {24, 26}, 10)).containsExactly(5, 5);
    assertThat(HeldOut.shares(new int[] {10, 10, 10}, 4)).containsExactly(2, 1, 1);
    assertThat(HeldOut.shares(new int[] {1, 98, 1}, 50)).containsExactly(1, 49, 0);
  }

  @Test
  void sizesAreCheckedAndMultiplied() {
    assertThat(new SplitSizes(3, 2, 1).times(4)).isEqualTo(new SplitSizes(12, 8, 4));
    assertThat(new SplitSizes(500, 300, 200).shards(Settings.empty("d"), 500)).isEqualTo(2);
    assertThat(new SplitSizes(2, 1, 0).shards(Settings.parse("shards = 3", "d"), 500)).isEqualTo(3);
    assertThatThrownBy(() -> new SplitSizes(2, 1, 0).shards(Settings.parse("shards = 4", "d"), 9))
        .hasMessageContaining("d.shards");
    assertThatThrownBy(
            () -> new SplitSizes(2, 1, 0).read(Settings.parse("n { tests = 1 }", "d"), "n", 0))
        .hasMessageContaining("d.n.tests");
  }

  @Test
  void heldOutIsAFractionOrANumber() {
    assertThat(HeldOut.number(Settings.empty("d"), 50)).isZero();
    assertThat(HeldOut.number(Settings.parse("validation = 0.25", "d"), 50)).isEqualTo(13);
    assertThat(HeldOut.number(Settings.parse("validation = 1", "d"), 50)).isEqualTo(1);
    assertThat(HeldOut.number(Settings.parse("validation = 49", "d"), 50)).isEqualTo(49);
    assertThatThrownBy(() -> HeldOut.number(Settings.parse("validation = 50", "d"), 50))
        .hasMessageContaining("d.validation");
    assertThatThrownBy(() -> HeldOut.number(Settings.parse("validation = 1.5", "d"), 50))
        .hasMessageContaining("whole number, not 1.5");
  }
}
