package io.ergodic.evaluation.analysis;

import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.invariant.LyapunovEstimate;
import io.ergodic.datasets.invariant.LyapunovEstimator;
import io.ergodic.datasets.invariant.LyapunovSettings;
import io.ergodic.datasets.invariant.TangentSystem;

/**
 * The Lyapunov spectrum of any dynamics and its Kaplan-Yorke dimension, by the one estimator of the
 * project. Of many exponents only as many are computed as the dimension needs: those up to where
 * their sum turns negative.
 */
public final class LyapunovSpectrum {
  /** Steps are never cut short by the clock, so that the same model has the same spectrum. */
  private static final double NO_LIMIT = 1e6;

  private static final double AS_EXACT_AS_THE_LENGTH_ALLOWS = 1e-12;
  private static final int SETTLE = 500;
  private static final int FIRST = 8;

  /** Multiply-adds of one state's tangent vectors that a whole run may cost. */
  private static final double BUDGET = 2e9;

  private LyapunovSpectrum() {}

  /**
   * The spectrum on the attractor that a state leads to.
   *
   * @param start left as it is
   * @param step time that a step covers: exponents are per unit of time
   * @param transient steps that are left out
   * @param steps averaged over; fewer, down to a tenth, where Jacobians are large
   * @param seed of the first tangent vectors
   * @return its dimension is not known where all exponents up to 256 sum to more than 0
   */
  public static LyapunovEstimate of(
      Dynamics model, double[] start, double step, int transients, int steps, long seed) {
    TangentSystem system = new DynamicsTangents(model, step);
    int all = model.stateDimension();
    for (int exponents = Math.min(all, FIRST); ; exponents = Math.min(all, 2 * exponents)) {
      double cost = (double) exponents * all * (all + exponents);
      double length = Math.max(0.1 * steps, Math.min(steps, BUDGET / cost));
      LyapunovSettings settings =
          new LyapunovSettings(
              step,
              transients,
              Math.min(SETTLE, length),
              length,
              length,
              AS_EXACT_AS_THE_LENGTH_ALLOWS,
              NO_LIMIT,
              exponents,
              seed);
      LyapunovEstimate estimate = LyapunovEstimator.estimate(system, start, settings);
      boolean decided = estimate.kaplanYorke().known() || estimate.exponents().isEmpty();
      if (decided || exponents == all || exponents >= 256) {
        return estimate;
      }
    }
  }
}
