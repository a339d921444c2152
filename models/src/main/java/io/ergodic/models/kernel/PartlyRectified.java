package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;
import static io.ergodic.models.kernel.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The identity on the first units and relu on the others (Brenner et al. 2024). No weights.
 *
 * @param states M
 * @param linear units that are passed on as they are
 */
public record PartlyRectified(int states, int linear) implements LaneActivation {
  @Override
  public void forward(float[] state, int from, float[] target, int to, int lane) {
    for (int m = 0; m < states; m++) {
      int o = m * COUNT + lane;
      FloatVector z = FloatVector.fromArray(SPECIES, state, from + o);
      (m < linear ? z : whereNotNegative(z, z)).intoArray(target, to + o);
    }
  }

  @Override
  public void backward(float[] state, int from, float[] deltas, int lane) {
    for (int m = linear; m < states; m++) {
      int o = m * COUNT + lane;
      FloatVector z = FloatVector.fromArray(SPECIES, state, from + o);
      whereNotNegative(z, FloatVector.fromArray(SPECIES, deltas, o)).intoArray(deltas, o);
    }
  }

  static FloatVector whereNotNegative(FloatVector sign, FloatVector value) {
    return value.blend(0f, sign.compare(VectorOperators.LT, 0f));
  }
}
