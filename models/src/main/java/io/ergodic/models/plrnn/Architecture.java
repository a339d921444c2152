package io.ergodic.models.plrnn;

import io.ergodic.models.kernel.LaneCell;
import java.util.random.RandomGenerator;

/** The form of a recurrent map z' = F(z). The first M of its weights are the diagonal A. */
interface Architecture {
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

  /** The map in double precision, with the weights at the front of {@code parameters}. */
  StateMap map(float[] parameters);
}
