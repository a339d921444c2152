package io.ergodic.datasets.integrate;

/**
 * Error allowed in one step: component i may be wrong by {@code absolute + relative * |x_i|}, as a
 * root mean square over the components.
 */
public record Tolerance(double relative, double absolute) {
  /** Tight enough that a sampled chaotic trajectory obeys its equations to about 1e-10. */
  public static final Tolerance DEFAULT = new Tolerance(1e-10, 1e-10);

  public Tolerance {
    if (!(relative > 0 && relative < 1) || !(absolute > 0)) {
      throw new IllegalArgumentException("tolerances " + relative + " and " + absolute);
    }
  }
}
