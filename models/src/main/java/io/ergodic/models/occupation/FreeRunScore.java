package io.ergodic.models.occupation;

import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.capability.PiecewiseLinear;
import io.ergodic.datasets.cycle.Cycle;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.random.RandomStreams;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How far the free runs of a model are from a series it may see, to choose among its checkpoints:
 * the divergence of all runs together, which tells the shape of the attractor, and the mean of
 * those of each.
 *
 * <p>Runs begin half way between two rows of the series, drawn once: in the holes of an attractor
 * too, where an orbit that comes from elsewhere may begin and a model that was never there may have
 * a stable fixed point. Their first halves do not count. Of a piecewise-linear map the fixed points
 * are {@link FixedPoints computed} as well, and more runs, of twice the length, begin beside those.
 *
 * <p>A model is caught that has a stable fixed point where the series is, or a run that ends in
 * much less of the state space than the series fills: at a point, or on a ring around one. It is
 * scored {@link #CAUGHT} and more, which no other model is.
 */
public final class FreeRunScore {
  private static final int BINS = 30;
  private static final double ESCAPED = 1e6;

  /** The least score of a model that is caught. */
  public static final double CAUGHT = 1e3;

  /** A run is caught whose divergence is more than this part of that of a run at rest. */
  private static final double AT_REST = 0.7;

  private final StateGrid grid;
  private final double[] probabilities;
  private final double information;
  private final Occupation all;
  private final Occupation own;
  private final double[][] starts;
  private final FixedPoints points;
  private final double most;
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
    own.add(0, steps - steps / 2);
    this.most = AT_REST * own.divergence(probabilities, information);
    this.points = new FixedPoints(RandomStreams.derive(seed, "fixed points"));
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
    double[][] states = new double[starts.length][model.stateDimension()];
    for (int r = 0; r < starts.length; r++) {
      model.initialise(starts[r], rows, states[r]);
    }
    double[][] beside = new double[0][];
    if (model instanceof PiecewiseLinear map) {
      List<Cycle> found = within(map, points.of(map, states));
      long stable = found.stream().filter(FixedPoints::holds).count();
      if (stable > 0) {
        return CAUGHT * (1 + stable);
      }
      beside = FixedPoints.beside(found, states);
    }
    all.clear();
    double sum = 0;
    double worst = 0;
    for (double[] state : states) {
      double divergence = run(model, state, steps, true);
      sum += divergence;
      worst = Math.max(worst, divergence);
    }
    for (double[] state : beside) {
      worst = Math.max(worst, run(model, state, 2 * steps, false));
    }
    if (worst > most) {
      return CAUGHT + worst;
    }
    return all.divergence(probabilities, information) + sum / starts.length;
  }

  /** Those that are seen where the series is. */
  private List<Cycle> within(PiecewiseLinear map, List<Cycle> found) {
    double[] observation = new double[map.observedDimension()];
    return found.stream()
        .filter(
            point -> {
              map.observe(point.states()[0], observation);
              return grid.cell(observation, 0) >= 0;
            })
        .toList();
  }

  /**
   * The divergence of a run's end; infinite for one that leaves.
   *
   * @param counts whether it is one of those that count together
   */
  private double run(Dynamics model, double[] state, int length, boolean counts) {
    double[] observation = new double[model.observedDimension()];
    own.clear();
    for (int k = 0; k < length; k++) {
      model.step(state, state);
      if (2 * (length - k) <= steps + steps % 2) {
        model.observe(state, observation);
        int cell = grid.cell(observation, 0);
        own.add(cell);
        if (counts) {
          all.add(cell);
        }
      }
    }
    for (double value : state) {
      if (!(Math.abs(value) < ESCAPED)) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return own.divergence(probabilities, information);
  }
}
