package io.ergodic.models.plrnn;

import io.ergodic.datasets.capability.Dynamics;

/**
 * An architecture whose map is affine between hinges. The first M of its weights are the diagonal
 * A, those after it W, by which M rows of units reach the states.
 */
interface PiecewiseArchitecture extends Architecture {
  /** Weights in a row of W. */
  int width();

  /** Where the weights that are added to the states begin, h or h1. */
  int bias();

  /** How many weights, from the first, are pulled to zero (A to 1) by the latent penalty. */
  default int penalised() {
    return parameterCount();
  }

  /** Where the weight in W of a state on itself is; -1 where there is none. */
  default int own(int state) {
    return -1;
  }

  /** The map of these parameters as its linear part and hinges. */
  HingeForm hinges(float[] parameters);

  @Override
  default void regularise(float factor, float[] parameters, float[] gradient) {
    for (int i = 0; i < penalised(); i++) {
      gradient[i] += factor * (i < states() ? parameters[i] - 1 : parameters[i]);
    }
  }

  @Override
  default Dynamics dynamics(float[] parameters, int observed, ObservationModel.Readout readout) {
    Dynamics trained = Architecture.super.dynamics(parameters, observed, readout);
    float[] weights = parameters.clone();
    return new PiecewiseDynamics(trained, () -> hinges(weights));
  }
}
