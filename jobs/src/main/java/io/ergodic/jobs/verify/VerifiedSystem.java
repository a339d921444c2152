package io.ergodic.jobs.verify;

import io.ergodic.datasets.invariant.CorrelationDimension;
import io.ergodic.datasets.invariant.Estimate;
import io.ergodic.datasets.invariant.Invariants;
import io.ergodic.datasets.invariant.LyapunovEstimate;
import io.ergodic.datasets.invariant.Status;
import io.ergodic.datasets.invariant.Subject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of the verified table. Exponents and entropies are per unit of model time; what could not
 * be had is NaN.
 *
 * @param key content hash of what was computed and how
 * @param revision of Ergodic that computed it
 * @param budget seconds of processor time that its Lyapunov spectrum was given
 * @param spectrum exponents in descending order, empty if failed
 * @param spectrumErrors their standard errors
 * @param traceDefect sum of exponents less mean divergence
 * @param averaged model time averaged over
 * @param discarded model time before
 * @param seconds wall time
 */
public record VerifiedSystem(
    String key,
    String revision,
    double budget,
    String system,
    String kind,
    int dimension,
    String status,
    String reason,
    boolean converged,
    List<Double> spectrum,
    List<Double> spectrumErrors,
    double kaplanYorke,
    double kaplanYorkeError,
    double entropy,
    double entropyError,
    boolean zeroFound,
    double zeroExponent,
    double traceDefect,
    double correlation,
    double correlationError,
    double scalingFrom,
    double scalingTo,
    boolean scaling,
    double multiscaleEntropy,
    double multiscaleEntropyError,
    double period,
    double periodError,
    double averaged,
    double discarded,
    double seconds)
    implements Serializable {

  static VerifiedSystem of(
      String key, String revision, double budget, Subject subject, Invariants invariants) {
    LyapunovEstimate lyapunov = invariants.lyapunov();
    List<Double> spectrum = new ArrayList<>();
    List<Double> errors = new ArrayList<>();
    for (Estimate exponent : lyapunov.exponents()) {
      spectrum.add(exponent.value());
      errors.add(exponent.standardError());
    }
    CorrelationDimension correlation = invariants.correlation();
    return new VerifiedSystem(
        key,
        revision,
        budget,
        subject.name(),
        subject.kind(),
        subject.dimension(),
        lyapunov.status().label(),
        lyapunov.reason(),
        lyapunov.converged(),
        spectrum,
        errors,
        lyapunov.kaplanYorke().value(),
        lyapunov.kaplanYorke().standardError(),
        lyapunov.entropy().value(),
        lyapunov.entropy().standardError(),
        lyapunov.zeroFound(),
        lyapunov.zeroExponent().value(),
        lyapunov.traceDefect().value(),
        correlation.slope().value(),
        correlation.slope().standardError(),
        correlation.lower(),
        correlation.upper(),
        correlation.scaling(),
        invariants.multiscaleEntropy().value(),
        invariants.multiscaleEntropy().standardError(),
        invariants.period().value(),
        invariants.period().standardError(),
        lyapunov.time(),
        lyapunov.discarded(),
        invariants.seconds());
  }

  /** Whether another run with a budget would find the same, or no more. */
  boolean stands(double otherBudget) {
    return converged || budget >= otherBudget;
  }

  public double largest() {
    return spectrum.isEmpty() ? Double.NaN : spectrum.get(0);
  }

  public double largestError() {
    return spectrumErrors.isEmpty() ? Double.NaN : spectrumErrors.get(0);
  }

  public boolean is(Status wanted) {
    return status.equals(wanted.label());
  }

  /** Published exponent; NaN where none is known. */
  public double published() {
    return PublishedExponents.of(system)
        .map(PublishedExponents.Entry::published)
        .orElse(Double.NaN);
  }

  /** An independent value of the largest exponent; NaN where none is known. */
  public double independent() {
    return PublishedExponents.of(system)
        .map(PublishedExponents.Entry::independent)
        .orElse(Double.NaN);
  }

  /** How many common standard errors it is from the independent value; NaN without one. */
  public double distanceFromIndependent() {
    double other =
        PublishedExponents.of(system)
            .map(PublishedExponents.Entry::independentError)
            .orElse(Double.NaN);
    double difference = Math.abs(largest() - independent());
    return difference == 0 ? 0 : difference / Math.hypot(largestError(), other);
  }

  /**
   * Whether it agrees with the independent value: within three common standard errors, or both
   * indistinguishable from zero.
   */
  public boolean agreesWithIndependent() {
    return distanceFromIndependent() <= 3 || is(Status.REGULAR) && independentIsZero();
  }

  private boolean independentIsZero() {
    return PublishedExponents.of(system)
        .map(entry -> Math.abs(entry.independent()) <= 3 * entry.independentError())
        .orElse(false);
  }
}
