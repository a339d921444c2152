package io.ergodic.evaluation.metric;

import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of the test series from which a system is run: each has the context the system needs before
 * it and {@code steps} rows of truth after it, and none lies in the context that a test series
 * shares with the split before.
 */
record Starts(List<Start> all) {
  /** One row of one series. */
  record Start(Series series, int row) {
    /** The state of a system at this row. */
    void initialise(Dynamics model, double[] context, double[] state) {
      int rows = context.length / series.dimension();
      System.arraycopy(
          series.values(),
          (row - rows + 1) * series.dimension(),
          context,
          0,
          rows * series.dimension());
      model.initialise(context, rows, state);
    }
  }

  /** At most {@code limit} rows, equally spaced over all that are possible. */
  static Starts of(Dynamics model, SeriesDataset data, int steps, int limit) {
    int first = Math.max(data.manifest().schema().overlap(), model.contextRows() - 1);
    List<Series> series = data.series(Split.TEST);
    long possible = 0;
    for (Series each : series) {
      possible += Math.max(0, each.length() - steps - first);
    }
    long stride = Math.max(1, (possible + limit - 1) / limit);
    List<Start> starts = new ArrayList<>();
    long index = 0;
    for (Series each : series) {
      for (int row = first; row + steps < each.length(); row++, index++) {
        if (index % stride == 0) {
          starts.add(new Start(each, row));
        }
      }
    }
    return new Starts(starts);
  }
}
