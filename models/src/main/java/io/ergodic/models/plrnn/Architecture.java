package io.ergodic.models.plrnn;

import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.models.kernel.LaneCell;
import java.util.random.RandomGenerator;

/** The form of a recurrent map z' = F(z). */
public interface Architecture {
  /** Dimension M of the state. */
  int states();

  int parameterCount();

  /** A kernel for training. */
  LaneCell cell();

  /**
   * The same for data in a range, where that matters to the initial weights.
   *
   * @param low smallest value of the train split, on the scale of training
   */
  default Architecture within(double low, double high) {
    return this;
  }

  /** Writes initial weights to the front of {@code parameters}. */
  void initialise(float[] parameters, RandomGenerator random);

  /** The weights at the front of {@code parameters} in double precision. */
  default double[] exact(float[] parameters) {
    double[] weights = new double[parameterCount()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = parameters[i];
    }
    return weights;
  }

  /** The map in double precision, with the weights at the front of {@code parameters}. */
  StateMap map(float[] parameters);

  /**
   * Rows of a sequence over which data alone is read, to build up a memory that starts from zero; 0
   * where all states can be estimated from an observation.
   */
  default int warmUp() {
    return 0;
  }

  /**
   * Whether what is observed goes in as the first variables of the state, as in a forecaster that
   * is fed its own prediction: nothing else can be the observation then.
   */
  default boolean feedsItself() {
    return false;
  }

  /** Rows of context from which the trained map goes on: those read, and the one it starts from. */
  default int contextRows() {
    return warmUp() + 1;
  }

  /** How many weights, from the first, {@link #regularise} leaves alone. */
  default int freeWeights() {
    return 0;
  }

  /**
   * Adds the gradient of factor / 2 |weights - those they are pulled to|^2: zero, or the identity
   * where a map has one.
   */
  default void regularise(float factor, float[] parameters, float[] gradient) {
    for (int i = freeWeights(); i < parameterCount(); i++) {
      gradient[i] += factor * parameters[i];
    }
  }

  /** Puts weights that an update has led out of their range back to its end. */
  default void clip(float[] parameters) {}

  /** What the trained map can do, with a readout of {@code observed} variables. */
  default Dynamics dynamics(float[] parameters, int observed, ObservationModel.Readout readout) {
    StateMap map = map(parameters);
    PlrnnDynamics trained = new PlrnnDynamics(states(), observed, contextRows(), map, readout);
    return map instanceof TangentMap tangents ? new TangentMapDynamics(tangents, trained) : trained;
  }
}
