package io.ergodic.datasets.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.tokens.TokenPiece;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShardRangeTest {
  @Test
  void shardsOfAtMostSoManyAreAsEqualAsCanBeAndOfOneGroup() {
    assertThat(ShardRange.atMost(new long[] {7, 3, 0, 6}, 3))
        .containsExactly(
            List.of(new ShardRange(0, 0, 2)),
            List.of(new ShardRange(0, 2, 4)),
            List.of(new ShardRange(0, 4, 7)),
            List.of(new ShardRange(1, 0, 3)),
            List.of(new ShardRange(2, 0, 0)),
            List.of(new ShardRange(3, 0, 3)),
            List.of(new ShardRange(3, 3, 6)));
  }

  @Test
  void exactlySoManyShardsMayHoldPartsOfSeveralGroups() {
    assertThat(ShardRange.exactly(new long[] {5, 0, 4}, 3))
        .containsExactly(
            List.of(new ShardRange(0, 0, 3)),
            List.of(new ShardRange(0, 3, 5), new ShardRange(2, 0, 1)),
            List.of(new ShardRange(2, 1, 4)));
  }

  private static HeldRows held(String settings, int rows) {
    List<TokenPiece> pieces =
        IntStream.range(0, rows)
            .mapToObj(i -> new TokenPiece(Split.TRAIN, i, new int[] {i}))
            .toList();
    Schema schema = Schema.series(List.of("x"), 1, 0, false, Map.of());
    return HeldRows.read(Settings.parse(settings, "datasets.d"), schema, pieces, 4, List.of());
  }

  @Test
  void heldRowsAreDealtOutInTheirOrder() throws Exception {
    assertThat(held("", 8).shardCount()).isEqualTo(2);
    assertThat(held("", 9).shardCount()).isEqualTo(3);
    HeldRows five = held("shards = 5", 8);
    List<Long> seen = new ArrayList<>();
    for (int shard = 0; shard < five.shardCount(); shard++) {
      five.produce(shard, row -> seen.add(((TokenPiece) row).index()));
    }
    assertThat(seen).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
    assertThatThrownBy(() -> held("shards = 9", 8)).hasMessageContaining("datasets.d.shards");
    assertThatThrownBy(() -> held("shard = 2", 8))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("datasets.d.shard");
  }
}
