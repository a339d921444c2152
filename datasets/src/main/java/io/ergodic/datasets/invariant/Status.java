package io.ergodic.datasets.invariant;

import java.util.Locale;

/** What a Lyapunov spectrum says of a system. */
public enum Status {
  /** The largest exponent is positive beyond three standard errors. */
  CHAOTIC,
  /** The largest exponent is zero or negative: a fixed point, a cycle, a torus. */
  REGULAR,
  /** Too short a run to tell. */
  UNDECIDED,
  /** The solution ended before a spectrum could be had. */
  FAILED;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
