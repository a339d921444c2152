package io.ergodic.evaluation.metric;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.data.SeriesDataset;
import java.util.List;

/**
 * The normalised root mean square error of a free run over its first Lyapunov time, mean over up to
 * 100 equally spaced start rows of the test series. Two forms:
 *
 * <ul>
 *   <li>{@code nrmse_lt}: sqrt(mean over steps and variables of (x - y)^2 / sigma^2), with the
 *       deviation sigma of each variable over the test series.
 *   <li>{@code nrmse_lt_pooled}, as the code of Gauthier et al. (Nat. Commun. 12, 5564, 2021)
 *       computes it for the Lorenz system: over the variance of all values of all variables as one
 *       sample, so that differences between their means count, and with the start itself, whose
 *       error is 0, in place of the last step. It depends on units: see {@code standardise}.
 * </ul>
 */
public final class LyapunovTimeError implements DynamicsMetric {
  private static final int STARTS = 100;

  private final boolean pooled;

  LyapunovTimeError(boolean pooled) {
    this.pooled = pooled;
  }

  @Override
  public String name() {
    return pooled ? "nrmse_lt_pooled" : "nrmse_lt";
  }

  @Override
  public String title() {
    return pooled ? "NRMSE(1 LT), pooled" : "NRMSE(1 LT)";
  }

  @Override
  public String description() {
    return "normalised root mean square error of the first Lyapunov time of a free run, mean over"
        + " up to 100 start rows of the test series"
        + (pooled
            ? ", over the variance of all values of all variables, the start counted (Gauthier et"
                + " al. 2021)"
            : ", each variable over its deviation");
  }

  @Override
  public Direction direction() {
    return Direction.LOWER_IS_BETTER;
  }

  @Override
  public void check(SeriesDataset data) {
    int steps = steps(data);
    TestRows.requireMore(name(), data, steps, "the " + steps + " rows of a Lyapunov time");
  }

  /** A Lyapunov time in rows. */
  private int steps(SeriesDataset data) {
    return (int) Math.max(1, Math.min(1 << 24, Math.round(LyapunovTime.steps(name(), data))));
  }

  /** NaN when the model needs more context than the test series have before their ends. */
  @Override
  public double value(Dynamics model, SeriesDataset data, long seed) {
    int steps = steps(data);
    WeightedSquares weighted = pooled ? WeightedSquares.pooled(data) : WeightedSquares.each(data);
    double[] context = new double[model.contextRows() * data.dimension()];
    double[] state = new double[model.stateDimension()];
    double[] observed = new double[data.dimension()];
    Starts starts = Starts.of(model, data, steps, STARTS);
    double sum = 0;
    for (Starts.Start start : starts.all()) {
      start.initialise(model, context, state);
      double squares = 0;
      for (int k = 1; k <= (pooled ? steps - 1 : steps); k++) {
        model.step(state, state);
        model.observe(state, observed);
        squares = weighted.add(squares, observed, start.series(), start.row() + k);
      }
      sum += Math.sqrt(squares / ((double) steps * observed.length));
    }
    return sum / starts.all().size();
  }

  /** Both forms. */
  @AutoService(MetricProvider.class)
  public static final class Provider implements MetricProvider {
    @Override
    public List<? extends Metric> metrics() {
      return List.of(new LyapunovTimeError(false), new LyapunovTimeError(true));
    }
  }
}
