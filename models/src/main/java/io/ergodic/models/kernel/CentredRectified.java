package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;
import static io.ergodic.models.kernel.Lanes.SPECIES;
import static io.ergodic.models.kernel.PartlyRectified.whereNotNegative;

import jdk.incubator.vector.FloatVector;

/**
 * relu of the units less their mean (Brenner et al. 2022, section 3.1). No weights.
 *
 * @param states M
 */
public record CentredRectified(int states) implements LaneActivation {
  @Override
  public void forward(float[] state, int from, float[] target, int to, int lane) {
    FloatVector mean = mean(state, from, lane);
    for (int m = 0; m < states; m++) {
      int o = m * COUNT + lane;
      FloatVector z = FloatVector.fromArray(SPECIES, state, from + o).sub(mean);
      whereNotNegative(z, z).intoArray(target, to + o);
    }
  }

  @Override
  public void backward(float[] state, int from, float[] deltas, int lane) {
    FloatVector mean = mean(state, from, lane);
    for (int m = 0; m < states; m++) {
      int o = m * COUNT + lane;
      FloatVector z = FloatVector.fromArray(SPECIES, state, from + o).sub(mean);
      whereNotNegative(z, FloatVector.fromArray(SPECIES, deltas, o)).intoArray(deltas, o);
    }
    FloatVector share = mean(deltas, 0, lane);
    for (int m = 0; m < states; m++) {
      int o = m * COUNT + lane;
      FloatVector.fromArray(SPECIES, deltas, o).sub(share).intoArray(deltas, o);
    }
  }

  private FloatVector mean(float[] values, int from, int lane) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int m = 0; m < states; m++) {
      sum = sum.add(FloatVector.fromArray(SPECIES, values, from + m * COUNT + lane));
    }
    return sum.mul(1f / states);
  }
}
