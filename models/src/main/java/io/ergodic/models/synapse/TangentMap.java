package io.ergodic.models.synapse;

import io.ergodic.models.plrnn.StateMap;
import java.util.Arrays;

/** A map that says what its Jacobian does to a vector; the Jacobian is made of that. */
interface TangentMap extends StateMap {
  int states();

  /** The Jacobian at a state times a vector, all of M values and different arrays. */
  void push(double[] state, double[] tangent, double[] image);

  @Override
  default void jacobian(double[] state, double[] jacobian) {
    int size = states();
    double[] unit = new double[size];
    double[] column = new double[size];
    for (int j = 0; j < size; j++) {
      Arrays.fill(unit, 0);
      unit[j] = 1;
      push(state, unit, column);
      for (int i = 0; i < size; i++) {
        jacobian[i * size + j] = column[i];
      }
    }
  }
}
