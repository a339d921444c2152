package io.ergodic.evaluation.metric;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.evaluation.evidence.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Valid prediction time in Lyapunov times by a published threshold: the steps of a free run before
 * the first one that is not valid, mean over up to 100 equally spaced start rows, those of {@link
 * ValidPredictionTime}. A run ends with its series and nowhere before; the remark says how long
 * that was, and how many runs came so far.
 *
 * @param rule says of the data how runs are judged
 */
record PredictionTime(
    String name, String title, String description, Function<SeriesDataset, Rule> rule)
    implements DynamicsMetric {
  private static final int STARTS = 100;

  /** Judges the rows of one run after the other; it remembers those of the present one. */
  interface Rule {
    /** A new run begins. */
    void begin();

    /** Whether the run is still valid at its next row. */
    boolean valid(double[] observed, Series truth, int row);
  }

  @Override
  public Direction direction() {
    return Direction.HIGHER_IS_BETTER;
  }

  @Override
  public void check(SeriesDataset data) {
    LyapunovTime.steps(name, data);
  }

  @Override
  public double value(Dynamics model, SeriesDataset data, long seed) {
    return read(model, data).value();
  }

  @Override
  public Reading read(Evidence evidence) {
    return read(evidence.get(Dynamics.class), evidence.get(SeriesDataset.class));
  }

  private Reading read(Dynamics model, SeriesDataset data) {
    double lyapunovSteps = LyapunovTime.steps(name, data);
    int room = ValidPredictionTime.limit(data, lyapunovSteps);
    Rule judge = rule.apply(data);
    double[] context = new double[model.contextRows() * data.dimension()];
    double[] state = new double[model.stateDimension()];
    double[] observed = new double[data.dimension()];
    List<Starts.Start> starts = Starts.of(model, data, room, STARTS).all();
    long steps = 0;
    int reached = 0;
    int shortest = Integer.MAX_VALUE;
    int longest = 0;
    for (Starts.Start start : starts) {
      int cap = start.series().length() - 1 - start.row();
      start.initialise(model, context, state);
      judge.begin();
      int valid = 0;
      boolean going = true;
      while (going && valid < cap) {
        model.step(state, state);
        model.observe(state, observed);
        going = judge.valid(observed, start.series(), start.row() + valid + 1);
        valid += going ? 1 : 0;
      }
      steps += valid;
      reached += valid == cap ? 1 : 0;
      shortest = Math.min(shortest, cap);
      longest = Math.max(longest, cap);
    }
    if (starts.isEmpty()) {
      return new Reading(Double.NaN, Optional.empty());
    }
    String remark =
        String.format(
            Locale.ROOT,
            "cap: the end of the data, %.1f to %.1f Lyapunov times after the start rows; reached by"
                + " %d of %d runs",
            shortest / lyapunovSteps,
            longest / lyapunovSteps,
            reached,
            starts.size());
    return new Reading(steps / (double) starts.size() / lyapunovSteps, Optional.of(remark));
  }

  /** The thresholds and norms that were published. */
  @AutoService(MetricProvider.class)
  public static final class Provider implements MetricProvider {
    private static final String REST =
        ", mean over 100 start rows of the test series, each up to the end of its series";

    @Override
    public List<? extends Metric> metrics() {
      return List.of(
          normalised("05", "0.5", 0.5),
          normalised("005", "0.05", 0.05),
          new PredictionTime(
              "vpt_smape_30",
              "VPT (sMAPE 30)",
              "valid prediction time in Lyapunov times: until the sMAPE, 200 |x - y| / (|x| + |y|)"
                  + " averaged over variables and all rows so far, passes 30 (Liu et al. 2025, on"
                  + " the scale models see: it depends on where 0 lies)"
                  + REST,
              data -> new CumulativeSymmetricError(30)));
    }

    private static PredictionTime normalised(String name, String threshold, double limit) {
      return new PredictionTime(
          "vpt_nrmse_" + name,
          "VPT (NRMSE " + threshold + ")",
          "valid prediction time in Lyapunov times: until the root mean square error over"
              + " variables, each over its deviation in the test series, reaches "
              + threshold
              + " (Vlachas et al. 2020)"
              + REST,
          data -> new NormalisedError(WeightedSquares.each(data), limit));
    }
  }
}
