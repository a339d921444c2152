package io.ergodic.datasets.file;

import io.ergodic.datasets.kind.images.LabelledImage;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.RowSink;
import io.ergodic.datasets.source.ShardRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The plan of a dataset of images. */
public final class ImagePlan implements DatasetPlan {
  /** Images in a shard at most, when {@code shards} is not set. */
  public static final int IMAGES_PER_SHARD = 10_000;

  private final Schema schema;
  private final List<? extends ImageGroup> groups;
  private final List<Path> inputs;
  private final List<List<ShardRange>> shards;

  /** Reads the setting {@code shards}. */
  public ImagePlan(
      Schema schema, List<? extends ImageGroup> groups, List<Path> inputs, Settings settings) {
    this.schema = schema;
    this.groups = List.copyOf(groups);
    this.inputs = List.copyOf(inputs);
    long[] counts = groups.stream().mapToLong(ImageGroup::count).toArray();
    int total = groups.stream().mapToInt(ImageGroup::count).sum();
    this.shards =
        settings.has("shards")
            ? ShardRange.exactly(counts, settings.integer("shards", 1, total))
            : ShardRange.atMost(counts, IMAGES_PER_SHARD);
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
