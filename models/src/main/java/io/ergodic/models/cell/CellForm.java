package io.ergodic.models.cell;

import io.ergodic.models.kernel.RecurrentUnit;
import java.util.random.RandomGenerator;

/** The form of a recurrent unit: its sizes, kernel, initial weights and map. */
interface CellForm {
  /** Dimension N of the data. */
  int inputs();

  /** Hidden variables H that are read out. */
  int hidden();

  /** Variables of the memory, at least H. */
  int memory();

  int parameterCount();

  /** A kernel for training. */
  RecurrentUnit kernel();

  /** Writes initial weights to the front of {@code parameters}. */
  void initialise(float[] parameters, RandomGenerator random);

  /** The unit in double precision, with the weights at the front. */
  UnitMap map(double[] weights);
}
