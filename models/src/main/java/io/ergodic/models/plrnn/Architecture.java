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

  /** Writes initial weights to the front of {@code parameters}. */
  void initialise(float[] parameters, RandomGenerator random);

  /** The map in double precision, with the weights at the front of {@code parameters}. */
  StateMap map(float[] parameters);
}
