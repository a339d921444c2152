package io.ergodic.models.plrnn;

import io.ergodic.models.kernel.LaneCell;
import java.util.random.RandomGenerator;

/**
 * The form of a recurrent map z' = F(z). The first M of its weights are the diagonal A, those after
 * it W, by which M rows of units reach the states.
 */
interface Architecture {
  /** Dimension M of the state. */
  int states();

  int parameterCount();

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

  /** The map in double precision, with the weights at the front of {@code parameters}. */
  StateMap map(float[] parameters);
}
