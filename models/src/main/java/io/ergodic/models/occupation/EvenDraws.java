package io.ergodic.models.occupation;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.BatchSampler;
import io.ergodic.datasets.batch.Windows;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Windows drawn with replacement, a part of them evenly over the cells of the state space that the
 * series visits, in place of evenly over time: what an orbit passes rarely, such as the
 * neighbourhood of a fixed point, is seen as often as the rest. Such a window holds a row of a
 * random cell at a random place.
 */
public final class EvenDraws implements BatchSampler {
  private static final int BINS = 15;

  private final Windows windows;
  private final double part;
  private final int batchesPerEpoch;
  private final long seed;
  private final Batch batch;
  private final int[][] rows;
  private final long[] firstWindow;
  private final int[] lastStart;
  private final int[] firstRow;

  /**
   * @param series the windows are those of
   * @param part of the windows that is drawn evenly over cells, 0 to 1
   */
  public EvenDraws(
      List<Series> series, Windows windows, double part, int count, int perEpoch, long seed) {
    this.windows = windows;
    this.part = part;
    this.batchesPerEpoch = perEpoch;
    this.seed = seed;
    this.batch = windows.allocate(count);
    this.firstWindow = new long[series.size()];
    this.lastStart = new int[series.size()];
    this.firstRow = new int[series.size()];
    StateGrid grid = new StateGrid(series, BINS);
    TreeMap<Integer, List<Integer>> cells = new TreeMap<>();
    int row = 0;
    long window = 0;
    for (int i = 0; i < series.size(); i++) {
      Series each = series.get(i);
      firstRow[i] = row;
      firstWindow[i] = window;
      lastStart[i] = each.length() - windows.length();
      window += Math.max(0, lastStart[i] + 1);
      for (int t = 0; t < each.length(); t++, row++) {
        if (lastStart[i] >= 0) {
          int cell = grid.cell(each.values(), t * each.dimension());
          cells.computeIfAbsent(cell, absent -> new ArrayList<>()).add(row);
        }
      }
    }
    this.rows =
        cells.values().stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  @Override
  public int batchesPerEpoch() {
    return batchesPerEpoch;
  }

  @Override
  public Batch batch(long step) {
    RandomGenerator random = RandomStreams.stream(seed, "windows", step);
    for (int i = 0; i < batch.capacity(); i++) {
      long example = random.nextLong(windows.count());
      if (random.nextDouble() < part) {
        int[] cell = rows[random.nextInt(rows.length)];
        example = holding(cell[random.nextInt(cell.length)], random);
      }
      batch.examples()[i] = example;
      windows.fill(batch, i, example);
    }
    return batch;
  }

  /** A window with a row at a random place, as far as the ends of its series allow. */
  private long holding(int row, RandomGenerator random) {
    int i = firstRow.length - 1;
    while (firstRow[i] > row || lastStart[i] < 0) {
      i--;
    }
    int start = row - firstRow[i] - random.nextInt(windows.length());
    return firstWindow[i] + Math.max(0, Math.min(lastStart[i], start));
  }
}
