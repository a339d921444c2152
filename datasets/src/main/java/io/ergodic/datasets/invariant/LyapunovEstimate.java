package io.ergodic.datasets.invariant;

import java.util.List;

/**
 * A Lyapunov spectrum and what follows from it, per unit of model time.
 *
 * @param reason why it is undecided or failed, or not converged; else empty
 * @param converged whether the standard error aimed at was reached
 * @param exponents in descending order; empty if failed
 * @param kaplanYorke dimension of Kaplan and Yorke; not known where the exponents computed do not
 *     add up to less than zero and are not all
 * @param entropy Kolmogorov-Sinai entropy by Pesin's formula: the sum of positive exponents
 * @param zeroExponent the exponent nearest to zero, which a flow that neither rests nor escapes
 *     must have
 * @param zeroFound whether it is zero within its error
 * @param traceDefect sum of all exponents less the mean divergence, which must be zero; not known
 *     where not all are computed or the system does not give its divergence
 * @param time model time averaged over
 * @param discarded model time before that: transient, settling and what still drifted
 */
public record LyapunovEstimate(
    Status status,
    String reason,
    boolean converged,
    List<Estimate> exponents,
    Estimate kaplanYorke,
    Estimate entropy,
    Estimate zeroExponent,
    boolean zeroFound,
    Estimate traceDefect,
    double time,
    double discarded) {
  public LyapunovEstimate {
    exponents = List.copyOf(exponents);
  }

  static LyapunovEstimate failed(String reason, double time, double discarded) {
    return new LyapunovEstimate(
        Status.FAILED,
        reason,
        false,
        List.of(),
        Estimate.NONE,
        Estimate.NONE,
        Estimate.NONE,
        false,
        Estimate.NONE,
        time,
        discarded);
  }

  /** The largest exponent. */
  public Estimate largest() {
    return exponents.isEmpty() ? Estimate.NONE : exponents.get(0);
  }
}
