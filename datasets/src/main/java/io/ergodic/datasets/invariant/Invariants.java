package io.ergodic.datasets.invariant;

import io.ergodic.datasets.integrate.IntegrationException;

/**
 * All invariants of a system.
 *
 * @param correlation dimension, none for a failed system
 * @param multiscaleEntropy mean over scales 1 to 20 at 30 rows a timescale of a flow (1 of a map)
 * @param period dominant period in model time
 * @param seconds wall time it took
 */
public record Invariants(
    LyapunovEstimate lyapunov,
    CorrelationDimension correlation,
    Estimate multiscaleEntropy,
    Estimate period,
    double seconds) {
  private static final int SAMPLES = 30;
  private static final int ENTROPY_LENGTH = 8000;
  private static final int CORRELATION_LENGTH = 16384;
  private static final int PERIOD_LENGTH = 1 << 15;
  private static final int SCALES = 20;
  private static final double TRANSIENT = 1000;

  /** None, with the reason. */
  public static Invariants failed(String reason) {
    return new Invariants(
        LyapunovEstimate.failed(reason, 0, 0),
        CorrelationDimension.NONE,
        Estimate.NONE,
        Estimate.NONE,
        0);
  }

  /** Computes them with the standard lengths; {@code seconds} bounds the Lyapunov spectrum. */
  public static Invariants of(Subject subject, double seconds) {
    return of(subject, LyapunovSettings.standard(subject).seconds(seconds));
  }

  /** Computes them. */
  public static Invariants of(Subject subject, LyapunovSettings settings) {
    long begin = System.nanoTime();
    LyapunovEstimate lyapunov = LyapunovEstimator.estimate(subject, settings);
    CorrelationDimension correlation = CorrelationDimension.NONE;
    Estimate entropy = Estimate.NONE;
    Estimate period = Estimate.NONE;
    if (lyapunov.status() != Status.FAILED) {
      TangentSystem system = subject.system(SAMPLES);
      int perScale = (int) Math.max(1, Math.round(subject.timescale() / system.interval()));
      // beyond all that was found to be transient
      double settled = Math.max(TRANSIENT * subject.timescale(), lyapunov.discarded());
      long discard = (long) (Math.min(settled, 1e5 * subject.timescale()) / system.interval());
      try {
        Orbit orbit = Orbit.sample(system, subject.start(), discard, 1, PERIOD_LENGTH);
        period = DominantPeriod.of(orbit, DominantPeriod.window(perScale, PERIOD_LENGTH));
        entropy = MultiscaleEntropy.mean(head(orbit, ENTROPY_LENGTH), SCALES);
        int stride = Math.max(1, orbit.length() / CORRELATION_LENGTH);
        int theiler = Math.max(10, 3 * perScale / stride);
        correlation = CorrelationDimension.of(orbit.every(stride), theiler);
      } catch (IntegrationException ended) {
        lyapunov = LyapunovEstimate.failed(ended.getMessage(), 0, lyapunov.discarded());
      }
    }
    return new Invariants(
        lyapunov, correlation, entropy, period, (System.nanoTime() - begin) * 1e-9);
  }

  private static Orbit head(Orbit orbit, int length) {
    double[] values = java.util.Arrays.copyOf(orbit.values(), length * orbit.dimension());
    return new Orbit(values, orbit.dimension(), orbit.step());
  }
}
