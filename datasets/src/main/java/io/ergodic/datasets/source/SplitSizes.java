package io.ergodic.datasets.source;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.settings.Settings;
import java.io.IOException;

/**
 * How many examples a generator makes for each split. They stand in one list: train, validation,
 * test; each is a function of its split and index alone, so shards only cut the list.
 */
public record SplitSizes(long train, long validation, long test) {
  private static final int MOST = 10_000_000;

  /** Takes the place of an example: its split and its index there. */
  @FunctionalInterface
  public interface Place {
    void accept(Split split, long index) throws IOException;
  }

  /**
   * Reads {@code key { train, validation, test }}; the values of these sizes are the defaults.
   *
   * @param leastTrain training examples at least
   */
  public SplitSizes read(Settings settings, String key, int leastTrain) {
    Settings counts = settings.child(key);
    SplitSizes read =
        new SplitSizes(
            counts.integer("train", (int) train, leastTrain, MOST),
            counts.integer("validation", (int) validation, 0, MOST),
            counts.integer("test", (int) test, 0, MOST));
    counts.rejectUnknown();
    if (read.total() == 0) {
      throw settings.error(key, "all splits are empty");
    }
    return read;
  }

  /** So many times as many. */
  public SplitSizes times(int factor) {
    return new SplitSizes(train * factor, validation * factor, test * factor);
  }

  /** Examples of all splits. */
  public long total() {
    return train + validation + test;
  }

  /**
   * Reads {@code shards}: by default as many as have so many examples each.
   *
   * @param perShard examples of a shard at most, when it is not set
   */
  public int shards(Settings settings, int perShard) {
    int most = (int) Math.min(total(), 100_000);
    int fitting = (int) Math.min(most, (total() + perShard - 1) / perShard);
    return settings.integer("shards", fitting, 1, most);
  }

  /** Gives the places of one of so many shards, in order. */
  public void produce(int shard, int shards, Place place) throws IOException {
    long[] sizes = {train, validation, test};
    for (ShardRange range : ShardRange.exactly(sizes, shards).get(shard)) {
      for (long index = range.from(); index < range.to(); index++) {
        place.accept(Split.values()[range.group()], index);
      }
    }
  }
}
