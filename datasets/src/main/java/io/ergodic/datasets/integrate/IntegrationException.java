package io.ergodic.datasets.integrate;

import java.util.Arrays;

/** A solution cannot be continued: it diverges, or no step is small enough. */
public final class IntegrationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param system named by its {@code toString}, for a catalogue flow its system and parameters
   */
  public IntegrationException(String what, Object system, double time, double[] state) {
    super(what + " of " + system + " at time " + time + " in state " + Arrays.toString(state));
  }
}
