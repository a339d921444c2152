package io.ergodic.datasets.source;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of a group of items (blocks of a series, images of a split) that goes into one shard.
 *
 * @param group index of the group
 * @param from first item of the group
 * @param to item after the last
 */
public record ShardRange(int group, long from, long to) {
  /** Shards of at most {@code most} items each, none across two groups; as equal as can be. */
  public static List<List<ShardRange>> atMost(long[] sizes, long most) {
    List<List<ShardRange>> shards = new ArrayList<>();
    for (int group = 0; group < sizes.length; group++) {
      long parts = Math.max(1, (sizes[group] + most - 1) / most);
      for (long part = 0; part < parts; part++) {
        shards.add(
            List.of(
                new ShardRange(
                    group, sizes[group] * part / parts, sizes[group] * (part + 1) / parts)));
      }
    }
    return List.copyOf(shards);
  }

  /** Exactly {@code count} shards over all items of all groups, as equal as can be. */
  public static List<List<ShardRange>> exactly(long[] sizes, int count) {
    long total = 0;
    for (long size : sizes) {
      total += size;
    }
    List<List<ShardRange>> shards = new ArrayList<>();
    for (int shard = 0; shard < count; shard++) {
      long from = total * shard / count;
      long to = total * (shard + 1) / count;
      List<ShardRange> ranges = new ArrayList<>();
      long start = 0;
      for (int group = 0; group < sizes.length; group++) {
        long first = Math.max(from, start);
        long last = Math.min(to, start + sizes[group]);
        if (first < last) {
          ranges.add(new ShardRange(group, first - start, last - start));
        }
        start += sizes[group];
      }
      shards.add(List.copyOf(ranges));
    }
    return List.copyOf(shards);
  }
}
