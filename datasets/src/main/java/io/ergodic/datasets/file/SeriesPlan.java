package io.ergodic.datasets.file;

import io.ergodic.datasets.kind.series.SeriesBlock;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.HeapRoom;
import io.ergodic.datasets.source.RowSink;
import io.ergodic.datasets.source.ShardRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The plan of a dataset of series that are segments of tables. */
public final class SeriesPlan implements DatasetPlan {
  private final Schema schema;
  private final List<? extends SeriesTable> tables;
  private final List<Segment> segments;
  private final List<List<ShardRange>> shards;
  private final List<String> notes;

  /** A plan of which nothing is to be noted. */
  public SeriesPlan(
      Schema schema,
      List<? extends SeriesTable> tables,
      List<Segment> segments,
      Settings settings) {
    this(schema, tables, segments, settings, List.of());
  }

  /**
   * Reads the setting {@code shards}, by default one for each segment.
   *
   * @param settings for the shards
   * @param notes of the plan
   */
  public SeriesPlan(
      Schema schema,
      List<? extends SeriesTable> tables,
      List<Segment> segments,
      Settings settings,
      List<String> notes) {
    HeapRoom.need(
        settings.path(),
        "a block of " + SeriesBlock.SAMPLES + " rows of " + schema.dimension() + " columns takes",
        2.0 * Double.BYTES * SeriesBlock.SAMPLES * schema.dimension(),
        "keep fewer columns");
    this.schema = schema;
    this.notes = List.copyOf(notes);
    this.tables = List.copyOf(tables);
    this.segments = List.copyOf(segments);
    long[] blocks = segments.stream().mapToLong(Segment::blocks).toArray();
    int total = Math.toIntExact(segments.stream().mapToLong(Segment::blocks).sum());
    this.shards =
        settings.has("shards")
            ? ShardRange.exactly(blocks, settings.integer("shards", 1, total))
            : ShardRange.atMost(blocks, Long.MAX_VALUE / 2);
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  @Override
  public int shardCount() {
    return shards.size();
  }

  @Override
  public List<Path> inputs() {
    return tables.stream().map(table -> table.file().path()).distinct().toList();
  }

  @Override
  public void produce(int shard, RowSink sink) throws IOException {
    int dimension = schema.dimension();
    for (ShardRange range : shards.get(shard)) {
      Segment segment = segments.get(range.group());
      long row = segment.from() + range.from() * SeriesBlock.SAMPLES;
      try (SeriesTable.Cursor cursor = tables.get(segment.table()).open(row)) {
        for (long block = range.from(); block < range.to(); block++) {
          int rows = (int) Math.min(SeriesBlock.SAMPLES, segment.to() - row);
          double[] values = new double[rows * dimension];
          for (int i = 0; i < rows; i++) {
            cursor.next(values, i * dimension);
          }
          sink.accept(
              new SeriesBlock(
                  segment.split(),
                  segment.id(),
                  (int) block,
                  row * schema.step(),
                  schema.step(),
                  dimension,
                  values));
          row += rows;
        }
      }
    }
  }
}
