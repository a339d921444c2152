package io.ergodic.evaluation.metric;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.data.SeriesDataset;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * D_frac as PhyxMamba reports it (Liu et al. 2025, after dysts): from up to 100 start rows truth
 * and free run are followed for 300 rows, 30 a Lyapunov time where the exponent is known (every row
 * else; where no series is long enough, as many as fill half the longest); of each an exponent is
 * fitted to the distances of all pairs of rows, and the root mean square difference over the starts
 * is the error.
 *
 * <p>The exponent is the maximum likelihood one of a power law, 1 + n / sum ln(r / r_min), over the
 * positive distances beyond their fifth percentile and, of these, below the median: what is
 * published under the name of Grassberger and Procaccia. It is no estimate of their dimension, for
 * which the number of pairs would have to be regressed on the distance, but it is what the
 * published values are. A run whose rows are all equal has the exponent 0.
 */
@AutoService(Metric.class)
public final class FractalDimensionError implements DynamicsMetric {
  private static final int STARTS = 100;
  private static final int ROWS = 300;
  private static final double ROWS_PER_LYAPUNOV_TIME = 30;

  @Override
  public String name() {
    return "d_frac";
  }

  @Override
  public String title() {
    return "D_frac";
  }

  @Override
  public String description() {
    return "root mean square difference, over 100 start rows, between the exponents of the"
        + " distances within truth and within free run, 300 rows at 30 a Lyapunov time: 1 +"
        + " n / sum ln(r / r_min) between the fifth percentile and the median (Liu et al."
        + " 2025, after dysts; not the correlation dimension itself)";
  }

  @Override
  public Direction direction() {
    return Direction.LOWER_IS_BETTER;
  }

  @Override
  public double value(Dynamics model, SeriesDataset data, long seed) {
    OptionalDouble lyapunov = LyapunovTime.exponent(data);
    int stride =
        lyapunov.isEmpty()
            ? 1
            : (int)
                Math.max(
                    1,
                    Math.round(
                        1 / (lyapunov.getAsDouble() * data.step() * ROWS_PER_LYAPUNOV_TIME)));
    int room = TestRows.longest(data);
    int rows = room > ROWS * stride ? ROWS : room / 2 / stride;
    List<Starts.Start> starts = Starts.of(model, data, rows * stride, STARTS).all();
    int dimension = data.dimension();
    double[] context = new double[model.contextRows() * dimension];
    double[] state = new double[model.stateDimension()];
    double[] observed = new double[dimension];
    double[] truth = new double[rows * dimension];
    double[] run = new double[rows * dimension];
    double sum = 0;
    for (Starts.Start start : starts) {
      start.initialise(model, context, state);
      for (int k = 0; k < rows; k++) {
        for (int s = 0; s < stride; s++) {
          model.step(state, state);
        }
        model.observe(state, observed);
        int at = (start.row() + (k + 1) * stride) * dimension;
        System.arraycopy(observed, 0, run, k * dimension, dimension);
        System.arraycopy(start.series().values(), at, truth, k * dimension, dimension);
      }
      double difference = exponent(run, dimension) - exponent(truth, dimension);
      sum += difference * difference;
    }
    return starts.isEmpty() || rows < 3 ? Double.NaN : Math.sqrt(sum / starts.size());
  }

  /** The exponent of the distances between rows; NaN where one is no number. */
  static double exponent(double[] values, int dimension) {
    int rows = values.length / dimension;
    double[] distances = new double[rows * (rows - 1) / 2];
    int count = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < i; j++) {
        double square = 0;
        for (int d = 0; d < dimension; d++) {
          double difference = values[i * dimension + d] - values[j * dimension + d];
          square += difference * difference;
        }
        if (!(square < Double.POSITIVE_INFINITY)) {
          return Double.NaN;
        }
        distances[count] = Math.sqrt(square);
        count += square > 0 ? 1 : 0;
      }
    }
    double[] sorted = Arrays.copyOf(distances, count);
    Arrays.sort(sorted);
    int from = above(sorted, 0, percentile(sorted, 0, 0.05), true);
    int to = above(sorted, from, percentile(sorted, from, 0.5), false);
    double logarithms = 0;
    for (int i = from; i < to; i++) {
      logarithms += Math.log(sorted[i] / sorted[from]);
    }
    return logarithms > 0 ? 1 + (to - from) / logarithms : 0;
  }

  /** Interpolated, of a list that holds each value from an index on twice: both ways of a pair. */
  private static double percentile(double[] sorted, int from, double fraction) {
    if (from >= sorted.length) {
      return Double.NaN;
    }
    double place = fraction * (2.0 * (sorted.length - from) - 1);
    int below = (int) Math.floor(place);
    double low = sorted[from + below / 2];
    double high = sorted[Math.min(sorted.length - 1, from + (below + 1) / 2)];
    return low + (place - below) * (high - low);
  }

  /** The first index whose value is beyond a bound, or not below it. */
  private static int above(double[] sorted, int from, double bound, boolean strictly) {
    int at = from;
    while (at < sorted.length && (strictly ? sorted[at] <= bound : sorted[at] < bound)) {
      at++;
    }
    return at;
  }
}
