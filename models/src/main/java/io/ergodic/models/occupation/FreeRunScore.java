package io.ergodic.models.occupation;

import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.random.RandomStreams;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How far the free runs of a model are from a series it may see, to choose among its checkpoints:
 * the divergence of all runs together, which tells the shape of the attractor, and the mean of
 * those of each, which tells of runs that are caught where the series never stays.
 *
 * <p>Runs begin half way between two rows of the series, drawn once: in the holes of an attractor
 * too, where an orbit that comes from elsewhere may begin and a model that was never there may have
 * a stable fixed point. Their first halves do not count.
 */
public final class FreeRunScore {
  private static final int BINS = 30;
  private static final double ESCAPED = 1e6;

  private final StateGrid grid;
  private final double[] probabilities;
  private final double information;
  private final Occupation all;
  private final Occupation own;
  private final double[][] starts;
  private final int steps;

  /**
   * @param context rows that a model's state is estimated from
   * @param runs from different starts
   * @param steps of a run
   */
  public FreeRunScore(List<Series> series, int context, int runs, int steps, long seed) {
    this.grid = new StateGrid(series, BINS);
    this.steps = steps;
    this.all = new Occupation(grid.cells());
    this.own = new Occupation(grid.cells());
    for (Series each : series) {
      for (int t = 0; t < each.length(); t++) {
        all.add(grid.cell(each.values(), t * grid.dimension()));
      }
    }
    this.probabilities = all.probabilities();
    this.information = Occupation.information(probabilities);
    RandomGenerator random = RandomStreams.stream(seed, "starts of free runs");
    this.starts = new double[runs][context * grid.dimension()];
    for (double[] start : starts) {
      addHalf(series, start, random);
      addHalf(series, start, random);
    }
  }

  private void addHalf(List<Series> series, double[] start, RandomGenerator random) {
    Series each = series.get(random.nextInt(series.size()));
    int last = each.length() - start.length / grid.dimension();
    int from = random.nextInt(Math.max(1, last + 1)) * grid.dimension();
    int end = each.length() * grid.dimension();
    for (int i = 0; i < start.length; i++) {
      // A series that is too short stays at its last row.
      int at = from + i < end ? from + i : end - grid.dimension() + i % grid.dimension();
      start[i] += each.values()[at] / 2;
    }
  }

  /**
   * The score, lower is better; infinite for a model that leaves all bounds.
   *
   * @throws IllegalArgumentException if the model needs another number of rows than starts have
   */
  public double of(Dynamics model) {
    int rows = starts[0].length / grid.dimension();
    if (model.contextRows() != rows) {
      throw new IllegalArgumentException(
          "starts of " + rows + " rows for a model that reads " + model.contextRows());
    }
    double[] state = new double[model.stateDimension()];
    double[] observation = new double[model.observedDimension()];
    all.clear();
    double sum = 0;
    for (double[] start : starts) {
      own.clear();
      model.initialise(start, rows, state);
      for (int k = 0; k < steps; k++) {
        model.step(state, state);
        if (2 * k >= steps) {
          model.observe(state, observation);
          int cell = grid.cell(observation, 0);
          own.add(cell);
          all.add(cell);
        }
      }
      for (double value : state) {
        if (!(Math.abs(value) < ESCAPED)) {
          return Double.POSITIVE_INFINITY;
        }
      }
      sum += own.divergence(probabilities, information);
    }
    return all.divergence(probabilities, information) + sum / starts.length;
  }
}
