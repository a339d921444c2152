package io.ergodic.datasets.source;

import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The plan of rows that are in memory, dealt out to shards in their order.
 *
 * @param inputs files they come from
 */
public record HeldRows(Schema schema, List<? extends Row> rows, int shardCount, List<Path> inputs)
    implements DatasetPlan {
  /**
   * Reads {@code shards}; refuses what is left of the settings.
   *
   * @param perShard rows of a shard at most, when it is not set
   */
  public static HeldRows read(
      Settings settings, Schema schema, List<? extends Row> rows, int perShard, List<Path> inputs) {
    int fitting = (rows.size() + perShard - 1) / perShard;
    int shards = settings.integer("shards", fitting, 1, rows.size());
    settings.rejectUnknown();
    return new HeldRows(schema, List.copyOf(rows), shards, List.copyOf(inputs));
  }

  @Override
  public void produce(int shard, RowSink sink) throws IOException {
    for (ShardRange range : ShardRange.exactly(new long[] {rows.size()}, shardCount).get(shard)) {
      for (Row row : rows.subList((int) range.from(), (int) range.to())) {
        sink.accept(row);
      }
    }
  }
}
