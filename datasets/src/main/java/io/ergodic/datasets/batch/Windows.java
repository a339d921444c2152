package io.ergodic.datasets.batch;

import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.settings.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/**
 * All windows of one length over a list of series, in order, none crossing from one to the next and
 * none with a missing value (NaN): those are passed over. As examples they have {@link Batch#INPUT}
 * alone: length x dimension, row-major in time.
 */
public final class Windows implements Examples {
  private final List<Series> series;
  private final int skip;
  private final int length;
  private final int dimension;
  private final long[] firstWindow;

  public Windows(List<Series> series, int length) {
    this(series, 0, length);
  }

  /**
   * @param skip rows of each series before its first window
   */
  private Windows(List<Series> all, int skip, int length) {
    List<Series> stretches = complete(all);
    boolean whole = stretches.equals(all);
    this.series = whole ? stretches : complete(all.stream().map(s -> rest(s, skip)).toList());
    this.skip = whole ? skip : 0;
    this.length = length;
    this.firstWindow = new long[this.series.size() + 1];
    for (int i = 0; i < this.series.size(); i++) {
      int rows = this.series.get(i).length() - this.skip;
      firstWindow[i + 1] = firstWindow[i] + Math.max(0, rows - length + 1);
    }
    if (count() == 0) {
      int longest = this.series.stream().mapToInt(s -> s.length() - this.skip).max().orElse(0);
      throw new InvalidInputException(
          "windows of "
              + length
              + " rows do not fit: the longest series without a missing value has "
              + longest);
    }
    this.dimension = this.series.get(0).dimension();
  }

  /**
   * The windows of a split for a look-back and a horizon. Validation and test series of a dataset
   * split by time begin with stored context; what the look-back does not need of it is skipped, so
   * every target lies inside its split and the number of windows does not depend on the look-back.
   */
  public static Windows forecasting(SeriesDataset data, Split split, int lookback, int horizon) {
    int overlap = split == Split.TRAIN ? 0 : data.manifest().schema().overlap();
    if (overlap > 0 && lookback > overlap) {
      throw new InvalidInputException(
          "look-back "
              + lookback
              + " is longer than the context of "
              + overlap
              + " rows stored before the "
              + split.label()
              + " split of "
              + data.manifest().name()
              + "; raise datasets."
              + data.manifest().name()
              + ".context");
    }
    int skip = overlap == 0 ? 0 : overlap - lookback;
    List<Series> series = data.series(split);
    if (series.isEmpty()) {
      throw new InvalidInputException(
          "dataset " + data.manifest().name() + " has no " + split.label() + " series");
    }
    return new Windows(series, skip, lookback + horizon);
  }

  private static Series rest(Series series, int skip) {
    return series.slice(Math.min(skip, series.length()), series.length());
  }

  /** An outline of a dataset has one series many times: it is looked through once. */
  private static List<Series> complete(List<Series> series) {
    List<Series> all = new ArrayList<>(series.size());
    Series last = null;
    List<Series> stretches = List.of();
    for (Series each : series) {
      stretches = each == last ? stretches : each.complete();
      last = each;
      all.addAll(stretches);
    }
    return List.copyOf(all);
  }

  @Override
  public long count() {
    return firstWindow[firstWindow.length - 1];
  }

  public int length() {
    return length;
  }

  public int dimension() {
    return dimension;
  }

  @Override
  public Batch allocate(int capacity) {
    return Batch.of(capacity).addFloats(Batch.INPUT, length, dimension);
  }

  @Override
  public void fill(Batch batch, int slot, long example) {
    copy(example, batch.floats(Batch.INPUT), slot * length * dimension);
  }

  /** Copies window {@code index} as length x dimension floats to {@code offset}. */
  public void copy(long index, float[] target, int offset) {
    copy(index, 0, length, target, offset);
  }

  /** Copies {@code rows} rows of a window, from its row {@code first} on. */
  void copy(long index, int first, int rows, float[] target, int offset) {
    int i = seriesOf(index);
    int start = (skip + (int) (index - firstWindow[i]) + first) * dimension;
    System.arraycopy(series.get(i).floats(), start, target, offset, rows * dimension);
  }

  private int seriesOf(long index) {
    int low = 0;
    int high = series.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (firstWindow[middle] <= index) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
