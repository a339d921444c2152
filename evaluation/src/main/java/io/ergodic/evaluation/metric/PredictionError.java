package io.ergodic.evaluation.metric;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.data.SeriesDataset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * PE(n): the mean squared error of n free steps, at step n only, over start rows and variables
 * (Hess et al. 2023, who start from every row; here from at most 10000 equally spaced ones).
 */
public final class PredictionError implements DynamicsMetric {
  private static final int STARTS = 10_000;
  private final int horizon;

  PredictionError(int horizon) {
    this.horizon = horizon;
  }

  @Override
  public String name() {
    return "pe_" + horizon;
  }

  @Override
  public String title() {
    return "PE(" + horizon + ")";
  }

  @Override
  public String description() {
    return "mean squared error after "
        + horizon
        + " free steps, over up to 10000 equally spaced start rows of the test series and all"
        + " variables (Hess et al. 2023)";
  }

  @Override
  public Direction direction() {
    return Direction.LOWER_IS_BETTER;
  }

  @Override
  public void check(SeriesDataset data) {
    TestRows.requireMore(name(), data, horizon, horizon + " rows");
  }

  /** NaN when the model needs more context than the test series have before their ends. */
  @Override
  public double value(Dynamics model, SeriesDataset data, long seed) {
    int dimension = data.dimension();
    double[] context = new double[model.contextRows() * dimension];
    double[] state = new double[model.stateDimension()];
    double[] observed = new double[dimension];
    Starts starts = Starts.of(model, data, horizon, STARTS);
    double sum = 0;
    for (Starts.Start start : starts.all()) {
      start.initialise(model, context, state);
      for (int k = 0; k < horizon; k++) {
        model.step(state, state);
      }
      model.observe(state, observed);
      for (int d = 0; d < dimension; d++) {
        double error = observed[d] - start.series().value(start.row() + horizon, d);
        sum += error * error;
      }
    }
    return sum / ((double) starts.all().size() * dimension);
  }

  /** One for each horizon the papers quote; {@code pe_N} with any other N is understood too. */
  @AutoService(MetricProvider.class)
  public static final class Provider implements MetricProvider {
    private static final Pattern NAME = Pattern.compile("pe_[1-9][0-9]{0,6}");
    private static final int[] HORIZONS = {1, 5, 10, 20, 50, 100};

    @Override
    public List<? extends Metric> metrics() {
      return IntStream.of(HORIZONS).mapToObj(PredictionError::new).toList();
    }

    @Override
    public Optional<PredictionError> named(String name) {
      return NAME.matcher(name).matches()
          ? Optional.of(new PredictionError(Integer.parseInt(name.substring(3))))
          : Optional.empty();
    }
  }
}
