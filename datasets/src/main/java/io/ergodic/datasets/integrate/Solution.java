package io.ergodic.datasets.integrate;

/**
 * A solution that can be read at any times in ascending order; where it is read changes nothing.
 */
public interface Solution {
  /**
   * Writes the state at {@code time} to {@code target} from {@code offset} on.
   *
   * @throws IntegrationException when the solution does not reach that time
   */
  void at(double time, double[] target, int offset);
}
