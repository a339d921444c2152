package io.ergodic.datasets.chaos;

/** A system whose field jumps where a coordinate passes a level. */
public interface SwitchingSystem extends ChaoticSystem {
  /** Index of the coordinate. */
  int switchingCoordinate();

  /** The level at which the field jumps. */
  double switchingLevel(double[] parameters);

  /** Whether orbits slide along the level, held there by the fields of both sides. */
  default boolean slides() {
    return false;
  }

  /** Writes the field of one side, which goes on smoothly beyond the level. */
  void derivative(double[] parameters, boolean above, double[] state, double[] velocity);

  /** Writes the entries of the derivative of one side's field that are not zero. */
  void jacobian(double[] parameters, boolean above, double[] state, double[] jacobian);

  @Override
  default void derivative(double[] parameters, double[] state, double[] velocity) {
    boolean above = state[switchingCoordinate()] >= switchingLevel(parameters);
    derivative(parameters, above, state, velocity);
  }

  @Override
  default void jacobian(double[] parameters, double[] state, double[] jacobian) {
    boolean above = state[switchingCoordinate()] >= switchingLevel(parameters);
    jacobian(parameters, above, state, jacobian);
  }
}
