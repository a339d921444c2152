package io.ergodic.models.dynamics;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.Examples;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.settings.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/**
 * Series cut into stretches that models with a memory go through one by one: each begins with rows
 * that only fill the memory, so that stretches stand on their own. {@link Batch#INPUT} has rows x
 * dimension, {@link Batch#LENGTH} how many of the rows are there.
 */
final class Segments implements Examples {
  /** Rows of a stretch that count; so many that those which only fill the memory cost little. */
  private static final int SPAN = 10_000;

  private final List<Stretch> stretches = new ArrayList<>();
  private final int dimension;
  private final int longest;

  /** Rows {@code first} to {@code last - 1} of a series. */
  private record Stretch(Series series, int first, int last) {}

  /**
   * @param before rows that only fill the memory
   */
  Segments(List<Series> series, int before) {
    int most = 0;
    for (Series one : series) {
      // The last row is a target only.
      for (int first = 0; first + before + 1 < one.length(); first += SPAN) {
        int last = Math.min(one.length(), first + before + SPAN + 1);
        stretches.add(new Stretch(one, first, last));
        most = Math.max(most, last - first);
      }
    }
    if (stretches.isEmpty()) {
      int rows = series.stream().mapToInt(Series::length).max().orElse(0);
      throw new InvalidInputException(
          "a washout of " + before + " rows leaves nothing of series of at most " + rows + " rows");
    }
    this.longest = most;
    this.dimension = series.get(0).dimension();
  }

  @Override
  public long count() {
    return stretches.size();
  }

  @Override
  public Batch allocate(int capacity) {
    return Batch.of(capacity).addFloats(Batch.INPUT, longest, dimension).addInts(Batch.LENGTH);
  }

  @Override
  public void fill(Batch batch, int slot, long example) {
    Stretch stretch = stretches.get((int) example);
    int values = (stretch.last() - stretch.first()) * dimension;
    System.arraycopy(
        stretch.series().floats(),
        stretch.first() * dimension,
        batch.floats(Batch.INPUT),
        slot * longest * dimension,
        values);
    batch.ints(Batch.LENGTH)[slot] = stretch.last() - stretch.first();
  }
}
