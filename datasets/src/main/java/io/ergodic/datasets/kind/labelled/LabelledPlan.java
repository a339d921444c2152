package io.ergodic.datasets.kind.labelled;

import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.RowSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The plan of labelled series that are in memory.
 *
 * @param rows all of them, in the order they are stored in
 */
public record LabelledPlan(Schema schema, List<LabelledRow> rows, int shardCount, List<Path> inputs)
    implements DatasetPlan {
  private static final int PER_SHARD = 4096;

  /**
   * Reads {@code shards} (one for 4096 series); refuses what is left of the settings.
   *
   * @param length rows of the longest
   */
  public static LabelledPlan read(
      Settings settings,
      List<LabelledRow> rows,
      List<String> classes,
      int dimension,
      int length,
      List<Path> inputs) {
    int fitting = (rows.size() + PER_SHARD - 1) / PER_SHARD;
    int shards = settings.integer("shards", fitting, 1, rows.size());
    settings.rejectUnknown();
    List<String> columns =
        IntStream.range(0, dimension).mapToObj(variable -> "v" + variable).toList();
    Schema schema =
        Schema.of(
            LabelledSeries.KIND,
            columns,
            1,
            classes,
            true,
            Map.of(),
            Map.of(LabelledSeries.LENGTH, length));
    return new LabelledPlan(schema, List.copyOf(rows), shards, List.copyOf(inputs));
  }

  @Override
  public void produce(int shard, RowSink sink) throws IOException {
    int from = (int) ((long) rows.size() * shard / shardCount);
    int to = (int) ((long) rows.size() * (shard + 1) / shardCount);
    for (LabelledRow row : rows.subList(from, to)) {
      sink.accept(row);
    }
  }
}
