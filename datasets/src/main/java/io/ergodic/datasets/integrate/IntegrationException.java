package io.ergodic.datasets.integrate;

import java.util.Arrays;

/** A solution cannot be continued: it diverges, or no step is small enough. */
public final class IntegrationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final double time;
  private final double[] state;

  /**
   * @param what went wrong, such as "divergence"
   * @param system named by its {@code toString}, for a catalogue flow its system and parameters
   */
  public IntegrationException(String what, Object system, double time, double[] state) {
    super(what + " of " + system + " at time " + time + " in state " + Arrays.toString(state));
    this.reason = what;
    this.time = time;
    this.state = state.clone();
  }

  /** What went wrong, without where. */
  public String reason() {
    return reason;
  }

  /** The time it came to. */
  public double time() {
    return time;
  }

  /** The last state. */
  public double[] state() {
    return state.clone();
  }
}
