package io.ergodic.evaluation.metric;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.evaluation.analysis.LyapunovSpectrum;
import java.util.Optional;

/**
 * The Kaplan-Yorke dimension of the attractor a system runs on, from its own Jacobians: j +
 * (lambda_1 + ... + lambda_j) / |lambda_(j+1)| for the largest j with a sum that is not negative
 * (Kaplan and Yorke 1979), by the QR method over 30000 steps (3000 at least, where Jacobians are
 * large) after a transient of 10000, from the first test row.
 */
@AutoService(Metric.class)
public final class KaplanYorkeDimension implements DynamicsMetric {
  private static final int TRANSIENT = 10_000;
  private static final int STEPS = 30_000;

  @Override
  public String name() {
    return "kaplan_yorke";
  }

  @Override
  public String title() {
    return "D_KY";
  }

  @Override
  public String description() {
    return "Kaplan-Yorke dimension of the system's attractor, from its Lyapunov spectrum by the"
        + " system's Jacobians along up to 30000 steps after a transient of 10000";
  }

  @Override
  public Direction direction() {
    return Direction.CLOSER_TO_FLOOR_IS_BETTER;
  }

  @Override
  public boolean invariant() {
    return true;
  }

  /** The dimension that is known of the data. */
  @Override
  public Optional<String> knownAs() {
    return Optional.of("kaplan_yorke");
  }

  @Override
  public double value(Dynamics model, SeriesDataset data, long seed) {
    return dimension(model, data, 0, seed);
  }

  /**
   * NaN where there is none, as of an orbit that diverges.
   *
   * @param start which of the test rows is started from, of 3
   */
  static double dimension(Dynamics model, SeriesDataset data, int start, long seed) {
    Starts starts = Starts.of(model, data, 0, 3);
    if (starts.all().isEmpty()) {
      return Double.NaN;
    }
    double[] state = new double[model.stateDimension()];
    double[] context = new double[model.contextRows() * data.dimension()];
    starts.all().get(Math.min(start, starts.all().size() - 1)).initialise(model, context, state);
    return LyapunovSpectrum.of(model, state, data.step(), TRANSIENT, STEPS, seed)
        .kaplanYorke()
        .value();
  }
}
