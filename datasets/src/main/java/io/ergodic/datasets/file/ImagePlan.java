package io.ergodic.datasets.file;

import io.ergodic.datasets.kind.images.LabelledImage;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.RowSink;
import io.ergodic.datasets.source.ShardRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** The plan of a dataset of images. */
public final class ImagePlan implements DatasetPlan {
  /** Images in a shard at most, when {@code shards} is not set. */
  public static final int IMAGES_PER_SHARD = 10_000;

  /** Bytes of the longest array there can be. */
  private static final int LARGEST_SPLIT = Integer.MAX_VALUE - 8;

  private final Schema schema;
  private final List<? extends ImageGroup> groups;
  private final List<Path> inputs;
  private final List<List<ShardRange>> shards;
  private final List<String> notes;
  private final String decoder;

  /**
   * Reads the setting {@code shards}.
   *
   * @param decoder as {@link DatasetPlan#decoder} says
   * @throws InvalidInputException for a split of more pixels than can be held as one array
   */
  public ImagePlan(
      Schema schema,
      List<? extends ImageGroup> groups,
      List<Path> inputs,
      Settings settings,
      List<String> notes,
      String decoder) {
    this.decoder = decoder;
    groups.forEach(group -> checkSize(group, schema, settings));
    this.notes = List.copyOf(notes);
    this.schema = schema;
    this.groups = List.copyOf(groups);
    this.inputs = List.copyOf(inputs);
    long[] counts = groups.stream().mapToLong(ImageGroup::count).toArray();
    int total = (int) Math.min(Integer.MAX_VALUE, LongStream.of(counts).sum());
    this.shards =
        settings.has("shards")
            ? ShardRange.exactly(counts, settings.integer("shards", 1, total))
            : ShardRange.atMost(counts, IMAGES_PER_SHARD);
  }

  private static void checkSize(ImageGroup group, Schema schema, Settings settings) {
    long bytes = (long) group.count() * schema.dimension();
    if (bytes > LARGEST_SPLIT) {
      throw settings.error(
          "limit",
          String.format(
              Locale.ROOT,
              "the %s split has %d images of %d bytes, %.1f GB; a split is held in memory as one"
                  + " array of 2.1 GB at most: set limit = %d or less, or make the images smaller",
              group.split().label(),
              group.count(),
              schema.dimension(),
              bytes * 1e-9,
              LARGEST_SPLIT / schema.dimension()));
    }
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  @Override
  public String decoder() {
    return decoder;
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public int shardCount() {
    return shards.size();
  }

  @Override
  public List<Path> inputs() {
    return inputs;
  }

  @Override
  public void produce(int shard, RowSink sink) throws IOException {
    for (ShardRange range : shards.get(shard)) {
      ImageGroup group = groups.get(range.group());
      group.read(
          (int) range.from(),
          (int) range.to(),
          (index, label, pixels) ->
              sink.accept(new LabelledImage(group.split(), index, label, pixels)));
    }
  }
}
