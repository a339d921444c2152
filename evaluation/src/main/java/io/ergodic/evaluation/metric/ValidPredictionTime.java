package io.ergodic.evaluation.metric;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.settings.InvalidInputException;

/**
 * Valid prediction time in Lyapunov times: how long a free run stays nearer to the truth than a
 * normalised root mean square error of 0.5, sqrt(mean over variables of (x - y)^2 / sigma^2) with
 * the deviations sigma of the test series (Vlachas et al., Neural Networks 126 (2020), {@code
 * num_accurate_pred_050}). Mean over up to 100 equally spaced start rows; a run is ended after 20
 * Lyapunov times, or half the longest test series if that is shorter, and then counts as that long.
 */
@AutoService(Metric.class)
public final class ValidPredictionTime implements DynamicsMetric {
  private static final double THRESHOLD = 0.5;
  private static final double LONGEST = 20;
  private static final int STARTS = 100;

  @Override
  public String name() {
    return "vpt";
  }

  @Override
  public String title() {
    return "VPT";
  }

  @Override
  public String description() {
    return "valid prediction time in Lyapunov times: until the normalised root mean square error"
        + " reaches 0.5, mean over 100 start rows of the test series, at most 20 (Vlachas et al."
        + " 2020)";
  }

  @Override
  public Direction direction() {
    return Direction.HIGHER_IS_BETTER;
  }

  @Override
  public void check(SeriesDataset data) {
    check(name(), data);
  }

  static void check(String metric, SeriesDataset data) {
    Double lyapunov = data.manifest().schema().properties().get("lyapunov");
    if (lyapunov == null || !(lyapunov > 0)) {
      throw new InvalidInputException(
          "metric "
              + metric
              + " counts in Lyapunov times and needs the largest Lyapunov exponent of dataset "
              + data.manifest().name()
              + " (property 'lyapunov', per unit of time, positive), which is "
              + (lyapunov == null ? "not known" : lyapunov)
              + ": use pe_20, or state the exponent");
    }
  }

  @Override
  public double value(Dynamics model, SeriesDataset data, long seed) {
    check(data);
    double lyapunovSteps = lyapunovSteps(data);
    int limit = limit(data, lyapunovSteps);
    double[] precision = precision(data);
    double[] context = new double[model.contextRows() * data.dimension()];
    double[] state = new double[model.stateDimension()];
    double[] observed = new double[data.dimension()];
    Starts starts = Starts.of(model, data, limit, STARTS);
    long steps = 0;
    for (Starts.Start start : starts.all()) {
      start.initialise(model, context, state);
      steps += valid(model, start, limit, precision, state, observed);
    }
    return starts.all().isEmpty()
        ? Double.NaN
        : steps / (double) starts.all().size() / lyapunovSteps;
  }

  /** Steps in a Lyapunov time of data whose exponent is known. */
  static double lyapunovSteps(SeriesDataset data) {
    return 1 / (data.manifest().schema().properties().get("lyapunov") * data.step());
  }

  /** Steps of a run: 20 Lyapunov times or half the longest test series. */
  static int limit(SeriesDataset data, double lyapunovSteps) {
    int overlap = data.manifest().schema().overlap();
    int longest = data.series(Split.TEST).stream().mapToInt(Series::length).max().orElse(0);
    return (int) Math.max(1, Math.min((longest - overlap) / 2, Math.ceil(LONGEST * lyapunovSteps)));
  }

  /** Steps before the first one that is not valid. */
  private static int valid(
      Dynamics model,
      Starts.Start start,
      int limit,
      double[] precision,
      double[] state,
      double[] observed) {
    for (int k = 1; k <= limit; k++) {
      model.step(state, state);
      model.observe(state, observed);
      double sum = 0;
      for (int d = 0; d < observed.length; d++) {
        double error = observed[d] - start.series().value(start.row() + k, d);
        sum += error * error * precision[d];
      }
      // Written so that a run that is no longer a number ends here.
      if (!(Math.sqrt(sum / observed.length) < THRESHOLD)) {
        return k - 1;
      }
    }
    return limit;
  }

  /** One over the variance of each variable over all test series. */
  static double[] precision(SeriesDataset data) {
    double[] all =
        StateSpaceDivergence.pool(data.series(Split.TEST).stream().map(Series::values).toList());
    double[] precision = new double[data.dimension()];
    for (int d = 0; d < precision.length; d++) {
      double deviation = Spread.of(all, precision.length, d).deviation();
      precision[d] = deviation > 0 ? 1 / (deviation * deviation) : 0;
    }
    return precision;
  }
}
