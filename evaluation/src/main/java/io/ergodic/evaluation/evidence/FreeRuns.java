package io.ergodic.evaluation.evidence;

import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import java.util.ArrayList;
import java.util.List;

/**
 * The test series, each beside a free run of equal length (Hess et al., ICML 2023): from a row of a
 * series a system runs freely for floor(1.25 T) steps, T being the length of the test series, and
 * the first floor(0.25 T) are dropped.
 *
 * @param orbits one a test series; how they are put together is up to each metric
 */
public record FreeRuns(List<Orbits> orbits) {
  public FreeRuns {
    orbits = List.copyOf(orbits);
    if (orbits.isEmpty()) {
      throw new IllegalArgumentException("no free run");
    }
  }

  /**
   * Runs a model from the first row of each test series that lies inside the split.
   *
   * @throws EvaluationFailedException when a run leaves the finite numbers
   */
  public static FreeRuns of(Dynamics model, SeriesDataset data) {
    List<Orbits> orbits = new ArrayList<>();
    for (Series test : data.series(Split.TEST)) {
      orbits.add(beside(test, model, data, test, first(model, data)));
    }
    return new FreeRuns(orbits);
  }

  /** The first row that lies inside the split and has the context the model needs. */
  public static int first(Dynamics model, SeriesDataset data) {
    return Math.max(data.manifest().schema().overlap(), model.contextRows() - 1);
  }

  /** A test series beside a free run that starts at a row of some series. */
  public static Orbits beside(
      Series test, Dynamics model, SeriesDataset data, Series startSeries, int row) {
    int overlap = data.manifest().schema().overlap();
    double[] rows = test.slice(overlap, test.length()).values();
    int length = rows.length / test.dimension();
    // floor(1.25 T) - floor(0.25 T) = T
    int skip = length / 4;
    double[] run = FreeRun.from(model, startSeries, row, length + skip, skip);
    return new Orbits(test.dimension(), test.step(), rows, run);
  }
}
