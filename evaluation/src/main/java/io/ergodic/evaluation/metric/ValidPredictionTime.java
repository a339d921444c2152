package io.ergodic.evaluation.metric;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.data.SeriesDataset;

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
    LyapunovTime.steps(name(), data);
  }

  @Override
  public double value(Dynamics model, SeriesDataset data, long seed) {
    double lyapunovSteps = LyapunovTime.steps(name(), data);
    int limit = limit(data, lyapunovSteps);
    NormalisedError rule = new NormalisedError(WeightedSquares.each(data), THRESHOLD);
    double[] context = new double[model.contextRows() * data.dimension()];
    double[] state = new double[model.stateDimension()];
    double[] observed = new double[data.dimension()];
    Starts starts = Starts.of(model, data, limit, STARTS);
    long steps = 0;
    for (Starts.Start start : starts.all()) {
      start.initialise(model, context, state);
      steps += valid(model, start, limit, rule, state, observed);
    }
    return starts.all().isEmpty()
        ? Double.NaN
        : steps / (double) starts.all().size() / lyapunovSteps;
  }

  /** Steps of a run: 20 Lyapunov times or half the longest test series. */
  static int limit(SeriesDataset data, double lyapunovSteps) {
    return (int)
        Math.max(1, Math.min(TestRows.longest(data) / 2, Math.ceil(LONGEST * lyapunovSteps)));
  }

  /** Steps before the first one that is not valid. */
  private static int valid(
      Dynamics model,
      Starts.Start start,
      int limit,
      NormalisedError rule,
      double[] state,
      double[] observed) {
    for (int k = 1; k <= limit; k++) {
      model.step(state, state);
      model.observe(state, observed);
      if (!rule.valid(observed, start.series(), start.row() + k)) {
        return k - 1;
      }
    }
    return limit;
  }
}
