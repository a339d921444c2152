package io.ergodic.jobs.predict;

import io.ergodic.datasets.kind.series.SeriesBlock;
import io.ergodic.datasets.source.DatasetPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** All values of a planned series at once. */
public final class PlannedRows {
  private PlannedRows() {}

  /**
   * Produces every shard.
   *
   * @param plan of one series, all of it in one split
   * @return rows x variables, row-major
   */
  public static double[] of(DatasetPlan plan) throws IOException {
    List<double[]> blocks = new ArrayList<>();
    for (int shard = 0; shard < plan.shardCount(); shard++) {
      plan.produce(shard, row -> blocks.add(((SeriesBlock) row).values()));
    }
    double[] values = new double[blocks.stream().mapToInt(block -> block.length).sum()];
    int at = 0;
    for (double[] block : blocks) {
      System.arraycopy(block, 0, values, at, block.length);
      at += block.length;
    }
    return values;
  }
}
