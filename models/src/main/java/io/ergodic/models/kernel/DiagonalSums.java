package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;
import static io.ergodic.models.kernel.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Gradients of the element-wise part A z + h of a cell. */
final class DiagonalSums {
  private DiagonalSums() {}

  /** diagonal[m] += sum over slots of outer[m] state[m]; bias[m] += sum of outer[m]. */
  static void add(
      float[] state,
      int from,
      float[] outer,
      int at,
      int states,
      int slots,
      float[] diagonal,
      float[] bias,
      int lane) {
    int stride = states * COUNT;
    for (int m = 0; m < states; m++) {
      int o = m * COUNT + lane;
      FloatVector a = FloatVector.fromArray(SPECIES, diagonal, o);
      FloatVector h = FloatVector.fromArray(SPECIES, bias, o);
      for (int s = 0; s < slots; s++) {
        FloatVector g = FloatVector.fromArray(SPECIES, outer, at + s * stride + o);
        FloatVector z = FloatVector.fromArray(SPECIES, state, from + s * stride + o);
        a = g.lanewise(VectorOperators.FMA, z, a);
        h = h.add(g);
      }
      a.intoArray(diagonal, o);
      h.intoArray(bias, o);
    }
  }
}
